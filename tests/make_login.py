"""Put a login into QGIS's encrypted store, as its settings do: run with the system's Python.

    make_login.py USER PASSWORD < master password

QGIS_AUTH_DB_DIR_PATH names the folder of the store; the id of the configuration is printed.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication, QgsAuthMethodConfig

application = QgsApplication([], False)
application.initQgis()
manager = QgsApplication.authManager()
assert manager.setMasterPassword(sys.stdin.readline().strip(), True)
config = QgsAuthMethodConfig("Basic")
config.setName("CDSE")
config.setConfig("username", sys.argv[1])
config.setConfig("password", sys.argv[2])
stored = manager.storeAuthenticationConfig(config)
assert stored[0] if isinstance(stored, tuple) else stored
print(config.id())
sys.stdout.flush()
os._exit(0)  # QGIS's own end is not always a clean one without a window
