"""Groups of layers, read by QGIS in a process of its own."""

import json
import subprocess

READ_GROUP = """
import sys, json
from qgis.core import QgsApplication, QgsProject, QgsLayerDefinition
app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
ok, message = QgsLayerDefinition.loadLayerDefinition(sys.argv[1], project, project.layerTreeRoot())
assert ok, message
project.write(sys.argv[2])
project.clear()
assert project.read(sys.argv[2])
rows = []
for node in project.layerTreeRoot().findLayers():
    properties = node.layer().temporalProperties()
    span = properties.fixedTemporalRange()
    rows.append([node.name(), node.layer().isValid(), properties.isActive(), properties.mode().name,
                 span.begin().toString("yyyy-MM-dd HH:mm t"), span.end().toString("yyyy-MM-dd HH:mm t"),
                 node.layer().renderer().type(), node.parent().name()])
print(json.dumps(rows))
app.exitQgis()
"""


def layers_of(group, tmp_path):
    """Return what a fresh profile finds in a group after its project was saved and opened again."""
    done = subprocess.run(
        ["/usr/bin/python3", "-c", READ_GROUP, str(group), str(tmp_path / "p.qgz")],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
