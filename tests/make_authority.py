"""Put a certificate authority into QGIS's store, as its settings do: run with the system's Python.

    make_authority.py FILE

QGIS_AUTH_DB_DIR_PATH names the folder of the store; there is no master password.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication
from qgis.PyQt.QtNetwork import QSslCertificate

application = QgsApplication([], False)
application.initQgis()
(authority,) = QSslCertificate.fromPath(sys.argv[1])
assert QgsApplication.authManager().storeCertAuthority(authority)
print("stored")
sys.stdout.flush()
os._exit(0)  # QGIS's own end is not always a clean one without a window
