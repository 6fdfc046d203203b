<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
  <context>
    <name>SentinelToolkit</name>
    <message>
      <source>10 days (dekad)</source>
      <translation>10 Tage (Dekade)</translation>
    </message>
    <message>
      <source>3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, make the whole; finish then writes what shows them all. Empty: all.</source>
      <translation>3/100 erstellt den dritten von hundert Anteilen und sonst nichts, sodass viele Läufe auf vielen Rechnern das Ganze erstellen; finish schreibt danach, was alle zeigt. Leer: alle.</translation>
    </message>
    <message>
      <source>A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day.</source>
      <translation>Ein .SEN3-Ordner von SL_2_LST, die darin enthaltene xfdumanifest.xml oder eine ZIP-Datei; am Tag aufgenommen.</translation>
    </message>
    <message>
      <source>A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.</source>
      <translation>Ein .SEN3-Ordner, die darin enthaltene xfdumanifest.xml oder eine ZIP-Datei, anstelle von Szenen.</translation>
    </message>
    <message>
      <source>A Python that has the libraries, instead of the plugin's own. Empty: its own.</source>
      <translation>Ein Python, das die Bibliotheken enthält, anstelle des eigenen der Erweiterung. Leer: das eigene.</translation>
    </message>
    <message>
      <source>A model to use as it is, or to take further: right-click, Open in model designer.</source>
      <translation>Ein Modell zum unmittelbaren Gebrauch oder zum Weiterentwickeln: Rechtsklick, „Im Modellentwurf öffnen“.</translation>
    </message>
    <message>
      <source>A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. Empty: the index's own.</source>
      <translation>Ein Name aus Matplotlib, z.B. RdYlGn, viridis, inferno, BrBG; mit _r läuft er umgekehrt. Leer: der des Index.</translation>
    </message>
    <message>
      <source>Acquisitions counted</source>
      <translation>Gezählte Aufnahmen</translation>
    </message>
    <message>
      <source>Add a band with the date</source>
      <translation>Kanal mit dem Datum hinzufügen</translation>
    </message>
    <message>
      <source>Add to map</source>
      <translation>Zur Karte hinzufügen</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>Zur Warteschlange hinzufügen</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.</source>
      <translation>Adresse eines Dask-Schedulers, z.B. tcp://10.0.0.1:8786, dessen Worker sich die Arbeit teilen; local:4 startet vier Prozesse auf diesem Rechner; gateway+https://… findet Cluster hinter Dask Gateway. Leer: dieser Rechner.</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, offered by composites. Empty: this computer.</source>
      <translation>Adresse eines Dask-Schedulers, die bei Kompositen vorgeschlagen wird. Leer: dieser Rechner.</translation>
    </message>
    <message>
      <source>Address of the catalogue</source>
      <translation>Adresse des Katalogs</translation>
    </message>
    <message>
      <source>Adds the layers to the project, as a group with times for the Temporal Controller.</source>
      <translation>Fügt die Layer dem Projekt als Gruppe mit Zeitangaben für die Zeitsteuerung hinzu.</translation>
    </message>
    <message>
      <source>All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.</source>
      <translation>Alle Januare ergeben ein Komposit und so weiter. Die Zeitangabe in QGIS liegt im nominellen Jahr 2000.</translation>
    </message>
    <message>
      <source>All dates together</source>
      <translation>Alle Daten zusammen</translation>
    </message>
    <message>
      <source>All parameters of the search</source>
      <translation>Alle Parameter der Suche</translation>
    </message>
    <message>
      <source>All rasters in a folder, dated as above; its subfolders do not count.</source>
      <translation>Alle Raster eines Ordners, datiert wie oben; Unterordner zählen nicht.</translation>
    </message>
    <message>
      <source>Always subtract it</source>
      <translation>Immer abziehen</translation>
    </message>
    <message>
      <source>Animate…</source>
      <translation>Animieren…</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>Animation</translation>
    </message>
    <message>
      <source>Another STAC catalogue</source>
      <translation>Anderer STAC-Katalog</translation>
    </message>
    <message>
      <source>Another interpreter</source>
      <translation>Anderer Interpreter</translation>
    </message>
    <message>
      <source>Answers of catalogues are fetched again when they are needed.</source>
      <translation>Katalogantworten werden bei Bedarf erneut abgerufen.</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Gebiet</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Untersuchungsgebiet</translation>
    </message>
    <message>
      <source>As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.</source>
      <translation>Wie bei strftime, z.B. %d.%m.%Y oder %B %Y. Leer: 2023-05-01 oder die Bezeichnung der Periode.</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Erneut abfragen</translation>
    </message>
    <message>
      <source>Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, tile, orbit, cloud, how much of the area it covers and what else is known.

Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.

Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.

Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept for some hours, so that the same search costs nothing, and works without a network.</source>
      <translation>Fragt einen Katalog ab oder durchsucht einen Ordner und liefert einen Layer mit einem Footprint je Szene: Zeit, Kachel, Orbit, Bewölkung, abgedeckter Anteil des Gebiets und was sonst bekannt ist.

Filtern und wählen Sie darin wie in jedem anderen Layer; die übrigen Algorithmen nehmen ihn oder einen beliebigen Teil davon als Szenen entgegen.

Kataloge benötigen Zeitraum und Gebiet. Earth Search und Planetary Computer stellen Dateien bereit, die die übrigen Algorithmen direkt dort lesen; was CDSE aufführt, ist zuerst mit „Szenen herunterladen“ zu laden. In einem Ordner werden SAFE-Produkte (Ordner oder ZIP-Dateien) sowie GeoTIFF- oder JP2-Dateien neben STAC-Items gefunden.

Von mehreren Versionen einer Aufnahme bleibt nur die neueste erhalten, sofern Sie nicht alle anfordern. Antworten werden einige Stunden aufbewahrt, sodass dieselbe Suche nichts kostet und auch ohne Netz funktioniert.</translation>
    </message>
    <message>
      <source>Asks the catalogue even where the same question was answered within the last hours. The answers are kept for work without a network.</source>
      <translation>Fragt den Katalog auch dann, wenn dieselbe Anfrage in den letzten Stunden beantwortet wurde. Die Antworten werden für das Arbeiten ohne Netz aufbewahrt.</translation>
    </message>
    <message>
      <source>Authentication configuration (Basic) with user name and password of your CDSE account. Other sources need none.</source>
      <translation>Authentifizierungskonfiguration (Basic) mit Benutzername und Passwort Ihres CDSE-Kontos. Andere Quellen benötigen keine.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Band (for index band)</source>
      <translation>Kanal (für Index band)</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>Bands or files</source>
      <translation>Kanäle oder Dateien</translation>
    </message>
    <message>
      <source>Bayesian</source>
      <translation>Bayessch</translation>
    </message>
    <message>
      <source>Best scenes of each tile</source>
      <translation>Beste Szenen je Kachel</translation>
    </message>
    <message>
      <source>Between the two passes (0-366); half an hour is common for the same day.</source>
      <translation>Zwischen den beiden Überflügen (0-366); am selben Tag ist eine halbe Stunde üblich.</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilinear</translation>
    </message>
    <message>
      <source>Boundary to draw</source>
      <translation>Zu zeichnende Grenze</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>Bei Tag</translation>
    </message>
    <message>
      <source>By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only interpolated, and says so.

The link is tested: temperatures are made coarser still, sharpened back, and compared with what they were. The report shows the fit, the maps, this test and the uncertainty of a pixel.

Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields of the same NDVI look the same to the method, water and snow are only interpolated.</source>
      <translation>Am Tag ist Boden mit mehr Vegetation kühler. Wo die Daten diesen Zusammenhang im Detail zeigen, verrät der feinere NDVI, wo es in einem groben Pixel warm und wo es kühl ist. Wo nicht, ist das Ergebnis nur interpoliert und als solches gekennzeichnet.

Der Zusammenhang wird geprüft: Die Temperaturen werden weiter vergröbert, wieder geschärft und mit den ursprünglichen verglichen. Der Bericht zeigt die Anpassung, die Karten, diese Prüfung und die Unsicherheit eines Pixels.

Details, die feiner als ein Zwanzigstel eines groben Pixels sind, stammen überwiegend aus der Textur des NDVI. Bewässerte und trockene Felder mit gleichem NDVI sehen für das Verfahren gleich aus, Wasser und Schnee werden nur interpoliert.</translation>
    </message>
    <message>
      <source>By default only the newest processing of each acquisition is kept.</source>
      <translation>Als Vorgabe bleibt nur die neueste Prozessierung jeder Aufnahme erhalten.</translation>
    </message>
    <message>
      <source>By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.</source>
      <translation>Als Vorgabe das der Szenen oder, wenn die Szenen sich darin unterscheiden, die UTM-Zone der Gebietsmitte.</translation>
    </message>
    <message>
      <source>By default the UTM zone of the area's centre.</source>
      <translation>Als Vorgabe die UTM-Zone der Gebietsmitte.</translation>
    </message>
    <message>
      <source>By night</source>
      <translation>Bei Nacht</translation>
    </message>
    <message>
      <source>CRS of the result</source>
      <translation>KBS des Ergebnisses</translation>
    </message>
    <message>
      <source>Cache</source>
      <translation>Cache</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel download</source>
      <translation>Download abbrechen</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <source>Cancelled. Finished composites are kept; run again to go on where this run stopped.</source>
      <translation>Abgebrochen. Fertige Komposite bleiben erhalten; führen Sie den Algorithmus erneut aus, um an dieser Stelle fortzufahren.</translation>
    </message>
    <message>
      <source>Cancelled. What is complete is kept; run again to go on where this run stopped.</source>
      <translation>Abgebrochen. Vollständiges bleibt erhalten; führen Sie den Algorithmus erneut aus, um an dieser Stelle fortzufahren.</translation>
    </message>
    <message>
      <source>Cancelled: nothing was written.</source>
      <translation>Abgebrochen: Es wurde nichts geschrieben.</translation>
    </message>
    <message>
      <source>Catalogue</source>
      <translation>Katalog</translation>
    </message>
    <message>
      <source>Catalogue dock</source>
      <translation>Katalogfenster</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>Diagramm</translation>
    </message>
    <message>
      <source>Choose a place and dates.</source>
      <translation>Wählen Sie Ort und Zeitraum.</translation>
    </message>
    <message>
      <source>Classes to mask</source>
      <translation>Zu maskierende Klassen</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Clear [%]</source>
      <translation>Klar [%]</translation>
    </message>
    <message>
      <source>Cloud [%]</source>
      <translation>Wolken [%]</translation>
    </message>
    <message>
      <source>Cloud at most</source>
      <translation>Bewölkung höchstens</translation>
    </message>
    <message>
      <source>Cloud at most [%]</source>
      <translation>Bewölkung höchstens [%]</translation>
    </message>
    <message>
      <source>Cloud mask</source>
      <translation>Wolkenmaske</translation>
    </message>
    <message>
      <source>Cloud shadow</source>
      <translation>Wolkenschatten</translation>
    </message>
    <message>
      <source>Cloud, high probability</source>
      <translation>Wolke, hohe Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Cloud, medium probability</source>
      <translation>Wolke, mittlere Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.</source>
      <translation>Grobe Pixel jenseits dieses Werts (-1 bis 1) gehen nicht in die Anpassung von linear und tsharp ein.</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.</source>
      <translation>Grobe Pixel jenseits dieses Werts (150-400 K) gehen nicht in die Anpassung von linear und tsharp ein.</translation>
    </message>
    <message>
      <source>Coarse pixels in the fit</source>
      <translation>Grobe Pixel in der Anpassung</translation>
    </message>
    <message>
      <source>Collection to search, needed for source stac.</source>
      <translation>Zu durchsuchende Collection, für Quelle stac erforderlich.</translation>
    </message>
    <message>
      <source>Colour bar, and the colour of missing data.</source>
      <translation>Farbskala und die Farbe fehlender Daten.</translation>
    </message>
    <message>
      <source>Colour ramp</source>
      <translation>Farbverlauf</translation>
    </message>
    <message>
      <source>Complete scenes</source>
      <translation>Vollständige Szenen</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>Komposit</translation>
    </message>
    <message>
      <source>Composite series</source>
      <translation>Kompositserie</translation>
    </message>
    <message>
      <source>Composites in the folder</source>
      <translation>Komposite im Ordner</translation>
    </message>
    <message>
      <source>Composites that failed</source>
      <translation>Fehlgeschlagene Komposite</translation>
    </message>
    <message>
      <source>Composite…</source>
      <translation>Komposit…</translation>
    </message>
    <message>
      <source>Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.

All frames share one scale of colours: equal values have equal colours in every frame. What is missing or under cloud is grey, what lies outside the area white. Dates with too little to see are left out and named.

The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal Controller), and as a table of their means.</source>
      <translation>Berechnet den Index jedes Zeitpunkts auf einem gemeinsamen Gitter aus Sentinel-2- oder Sentinel-3-Szenen oder aus Rastern und zeichnet jeweils eine Karte mit Titel, Datum, Farbskala, Maßstabsleiste, Nordpfeil und der Grenze des Gebiets.

Alle Einzelbilder haben eine gemeinsame Farbskala: Gleiche Werte haben in jedem Einzelbild die gleiche Farbe. Fehlendes und Bewölktes ist grau, was außerhalb des Gebiets liegt, weiß. Zeitpunkte, zu denen zu wenig zu sehen ist, werden ausgelassen und genannt.

Die Karten gibt es auf Wunsch auch als PNG-Dateien, als Raster mit frames.qlr (einer Gruppe mit Zeitangaben für die Zeitsteuerung) und als Tabelle ihrer Mittelwerte.</translation>
    </message>
    <message>
      <source>Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its statistics in each zone: a polygon, or the pixel at a point.

A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how much was to see.

Smoothing adds a column and leaves the measured means as they are. The chart is one page without any other file.</source>
      <translation>Berechnet den Index jedes Zeitpunkts aus Sentinel-2- oder Sentinel-3-Szenen oder aus Rastern und seine Statistik in jeder Zone: einem Polygon oder dem Pixel an einem Punkt.

Ein Pixel zählt mit dem genauen Anteil, der in der Zone liegt, damit kleine Felder nicht nach den Pixeln beurteilt werden, deren Mittelpunkte zufällig darin liegen. Was unter Wolken liegt, zählt nicht; valid_percent gibt an, wie viel zu sehen war.

Die Glättung ergänzt eine Spalte und lässt die gemessenen Mittelwerte unverändert. Das Diagramm ist eine einzelne Seite ohne weitere Dateien.</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <source>Copernicus Data Space</source>
      <translation>Copernicus Data Space</translation>
    </message>
    <message>
      <source>Copied:</source>
      <translation>Kopiert:</translation>
    </message>
    <message>
      <source>Copied: {command}</source>
      <translation>Kopiert: {command}</translation>
    </message>
    <message>
      <source>Copy as command</source>
      <translation>Als Befehl kopieren</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Diagnose kopieren</translation>
    </message>
    <message>
      <source>Correct the register</source>
      <translation>Lageversatz korrigieren</translation>
    </message>
    <message>
      <source>Correlation of the fit</source>
      <translation>Korrelation der Anpassung</translation>
    </message>
    <message>
      <source>Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water and snow. Periods without any scene are rows with 0, so that gaps show.

The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the longest gaps, a map of the footprints and the size of the download.

Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of their correlation is arithmetic; vegetation of the cloud-free part is free of that.</source>
      <translation>Zählt Szenen und Aufnahmen nach Tag, Woche oder Monat, mit dem mittleren Anteil von Wolken, Vegetation, Wasser und Schnee. Perioden ohne Szenen erscheinen als Zeilen mit 0, sodass Lücken sichtbar sind.

Der Bericht zeigt die Anzahlen, einen Kalender, die Bewölkung, die Mittelwerte und ihre Korrelation, Orbits, Kacheln, die längsten Lücken, eine Karte der Footprints und die Größe des Downloads.

Prozentwerte gelten für ganze Szenen, wie der Katalog sie angibt. Sie ergänzen sich zu 100, sodass ein Teil ihrer Korrelation rein rechnerisch ist; die Vegetation des wolkenfreien Teils ist frei davon.</translation>
    </message>
    <message>
      <source>Counts the scenes of an area by period, and shows what the archive holds.</source>
      <translation>Zählt die Szenen eines Gebiets nach Perioden und zeigt, was das Archiv enthält.</translation>
    </message>
    <message>
      <source>Coverage is a share of it.</source>
      <translation>Die Abdeckung ist ein Anteil davon.</translation>
    </message>
    <message>
      <source>Coverage of the area at least [%]</source>
      <translation>Abdeckung des Gebiets mindestens [%]</translation>
    </message>
    <message>
      <source>Covered [%]</source>
      <translation>Abgedeckt [%]</translation>
    </message>
    <message>
      <source>Curve of the means</source>
      <translation>Mittelwertkurve</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask-Scheduler</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, average or smoothing; the chart draws them hollow.</source>
      <translation>Daten, an denen weniger von einer Zone (0-100) zu sehen ist, bleiben mit used = false in der Tabelle und gehen in keine Linie, keinen Mittelwert und keine Glättung ein; das Diagramm zeichnet sie hohl.</translation>
    </message>
    <message>
      <source>Dates that were left out</source>
      <translation>Ausgelassene Zeitpunkte</translation>
    </message>
    <message>
      <source>Dates with less of the area (0-100) to see are left out, and named.</source>
      <translation>Zeitpunkte, zu denen weniger vom Gebiet zu sehen ist (0-100), werden ausgelassen und genannt.</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Day and night</source>
      <translation>Tag und Nacht</translation>
    </message>
    <message>
      <source>Day or night</source>
      <translation>Tag oder Nacht</translation>
    </message>
    <message>
      <source>Days apart at most</source>
      <translation>Abstand höchstens [Tage]</translation>
    </message>
    <message>
      <source>Days with scenes</source>
      <translation>Tage mit Szenen</translation>
    </message>
    <message>
      <source>Degrees Celsius</source>
      <translation>Grad Celsius</translation>
    </message>
    <message>
      <source>Download scenes</source>
      <translation>Szenen herunterladen</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>Downloads</translation>
    </message>
    <message>
      <source>Downloads one after the other, beside your work; the dock lists them</source>
      <translation>Lädt nacheinander herunter, während Sie weiterarbeiten; das Katalogfenster führt die Downloads auf</translation>
    </message>
    <message>
      <source>Download…</source>
      <translation>Herunterladen…</translation>
    </message>
    <message>
      <source>Draws the mean of all dates beneath the map, with a cursor that moves.</source>
      <translation>Zeichnet unter der Karte die Mittelwerte aller Zeitpunkte mit einer mitlaufenden Marke.</translation>
    </message>
    <message>
      <source>Each pass</source>
      <translation>Jeder Überflug</translation>
    </message>
    <message>
      <source>Each scene gets a folder in it. Use the same one again to go on or to add.</source>
      <translation>Jede Szene erhält darin einen Ordner. Zum Fortsetzen oder Ergänzen denselben wieder verwenden.</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>Umgebung</translation>
    </message>
    <message>
      <source>Erode swath edges by [m]</source>
      <translation>Schwadränder beschneiden um [m]</translation>
    </message>
    <message>
      <source>Error of degrade-and-restore (RMS) [K]</source>
      <translation>Fehler bei Vergröberung und Wiederherstellung (RMS) [K]</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Ausdehnung</translation>
    </message>
    <message>
      <source>Fetches the files of scenes: the bands you need, verified, resumable.</source>
      <translation>Lädt die Dateien von Szenen herunter: die benötigten Kanäle, geprüft und fortsetzbar.</translation>
    </message>
    <message>
      <source>Fetching the picture…</source>
      <translation>Bild wird abgerufen…</translation>
    </message>
    <message>
      <source>Field with the zones' names</source>
      <translation>Feld mit den Zonennamen</translation>
    </message>
    <message>
      <source>Files downloaded</source>
      <translation>Heruntergeladene Dateien</translation>
    </message>
    <message>
      <source>Files fetched at the same time, 1-4: CDSE refuses more than four.</source>
      <translation>Gleichzeitig heruntergeladene Dateien, 1-4: CDSE lehnt mehr als vier ab.</translation>
    </message>
    <message>
      <source>Files that failed</source>
      <translation>Fehlgeschlagene Dateien</translation>
    </message>
    <message>
      <source>Files that were here already</source>
      <translation>Bereits vorhandene Dateien</translation>
    </message>
    <message>
      <source>Fills the column clear: the clear share of the area, from a coarse look at each scene's classification. Every remote scene needs a few small requests.</source>
      <translation>Füllt die Spalte clear: den klaren Anteil des Gebiets nach grober Auswertung der Klassifikation jeder Szene. Jede entfernte Szene erfordert einige kleine Anfragen.</translation>
    </message>
    <message>
      <source>Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date by its valid share.</source>
      <translation>Füllt die Spalte smoothed: savitzky_golay mit regelmäßiger Schrittweite oder whittaker, das jeden Zeitpunkt nach seinem gültigen Anteil gewichtet.</translation>
    </message>
    <message>
      <source>Find scene pairs</source>
      <translation>Szenenpaare suchen</translation>
    </message>
    <message>
      <source>Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time.</source>
      <translation>Sucht Sentinel-2- und Sentinel-3-Szenen desselben Gebiets zu etwa derselben Zeit.</translation>
    </message>
    <message>
      <source>Finds the Sentinel scenes of an area and period as a layer of footprints.</source>
      <translation>Sucht die Sentinel-Szenen eines Gebiets und Zeitraums als Layer ihrer Footprints.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and animates its NDVI.</source>
      <translation>Sucht die Szenen eines Gebiets und animiert dessen NDVI.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes a cloud-free image of each month.</source>
      <translation>Sucht die Szenen eines Gebiets und erstellt für jeden Monat ein wolkenfreies Bild.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes one cloud-free image of them.</source>
      <translation>Sucht die Szenen eines Gebiets und erstellt daraus ein wolkenfreies Bild.</translation>
    </message>
    <message>
      <source>Fine NDVI</source>
      <translation>Feiner NDVI</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Erster Tag</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder (for source folder)</source>
      <translation>Ordner (für Quelle folder)</translation>
    </message>
    <message>
      <source>Folder for pictures</source>
      <translation>Ordner für Bilder</translation>
    </message>
    <message>
      <source>Folder for rasters</source>
      <translation>Ordner für Raster</translation>
    </message>
    <message>
      <source>Folder for several passes</source>
      <translation>Ordner für mehrere Überflüge</translation>
    </message>
    <message>
      <source>Folder for the composites</source>
      <translation>Ordner für die Komposite</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>Ordner für die Dateien</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>Ordner der Umgebung</translation>
    </message>
    <message>
      <source>Folder of the series</source>
      <translation>Ordner der Serie</translation>
    </message>
    <message>
      <source>Folder on this computer</source>
      <translation>Ordner auf diesem Rechner</translation>
    </message>
    <message>
      <source>Folder with the scenes</source>
      <translation>Ordner mit den Szenen</translation>
    </message>
    <message>
      <source>Footprint of the sensor [coarse pixels]</source>
      <translation>Footprint des Sensors [grobe Pixel]</translation>
    </message>
    <message>
      <source>For METHOD trees: rasters such as elevation, the first band of each.</source>
      <translation>Für METHOD trees: Raster wie z.B. die Höhe, jeweils der erste Kanal.</translation>
    </message>
    <message>
      <source>For method percentile, 0-100: 25 by default, lower is darker and freer of clouds.</source>
      <translation>Für Methode percentile, 0-100: Vorgabe 25, kleiner ist dunkler und wolkenfreier.</translation>
    </message>
    <message>
      <source>For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days since 1970-01-01.</source>
      <translation>Für die Methoden medoid, max_ndvi und latest: ein Kanal date mit dem Tag der Beobachtung jedes Pixels als Tage seit 1970-01-01.</translation>
    </message>
    <message>
      <source>For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.</source>
      <translation>Bei mehreren Überflügen: je ein GeoTIFF und passes.qlr, eine Gruppe aller Layer mit Zeitangaben.</translation>
    </message>
    <message>
      <source>Format of dates</source>
      <translation>Datumsformat</translation>
    </message>
    <message>
      <source>Frames of the animation</source>
      <translation>Einzelbilder der Animation</translation>
    </message>
    <message>
      <source>Further fine rasters (for trees)</source>
      <translation>Weitere feine Raster (für trees)</translation>
    </message>
    <message>
      <source>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)</source>
      <translation>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animiertes PNG (*.png)</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of float32, no data where either source has none.</source>
      <translation>GeoTIFF (tif) in float32, Leerwert, wo eine der Quellen keine Daten hat.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.</source>
      <translation>GeoTIFF (tif) eines Überflugs: float32 in physikalischen Einheiten, Leerwert, wo nichts Klares gemessen wurde.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768.</source>
      <translation>GeoTIFF (tif) mit Reflektanz x 10000, Skalierung in der Datei, Leerwert -32768.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.</source>
      <translation>GeoTIFF (tif) mit Reflektanz x 10000, Skalierung in der Datei, Leerwert -32768, letzter Kanal observations.</translation>
    </message>
    <message>
      <source>Given back exactly</source>
      <translation>Genau zurückgegeben</translation>
    </message>
    <message>
      <source>Given back, interpolated</source>
      <translation>Interpoliert zurückgegeben</translation>
    </message>
    <message>
      <source>Gridded pass</source>
      <translation>Gerasterter Überflug</translation>
    </message>
    <message>
      <source>Grow the cloud mask by [pixels]</source>
      <translation>Wolkenmaske erweitern um [Pixel]</translation>
    </message>
    <message>
      <source>Grow the mask by [m]</source>
      <translation>Maske erweitern um [m]</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
      <source>Height [pixels]</source>
      <translation>Höhe [Pixel]</translation>
    </message>
    <message>
      <source>Height of each frame (200-4096).</source>
      <translation>Höhe jedes Einzelbilds (200-4096).</translation>
    </message>
    <message>
      <source>Higher values have the same colour. Empty: the index's own (NDVI 1).</source>
      <translation>Größere Werte erhalten dieselbe Farbe. Leer: der des Index (NDVI 1).</translation>
    </message>
    <message>
      <source>Highest value of the colours</source>
      <translation>Größter Wert der Farbskala</translation>
    </message>
    <message>
      <source>How long each frame is shown (20-60000).</source>
      <translation>Wie lange jedes Einzelbild gezeigt wird (20-60000).</translation>
    </message>
    <message>
      <source>How one value is made of many. median ignores what is left of clouds; percentile is safer with few dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation (max_ndvi is not for water or snow).</source>
      <translation>Wie aus vielen Werten einer wird. median ignoriert Wolkenreste; percentile ist bei wenigen Zeitpunkten sicherer; geomedian hält die Kanäle konsistent; medoid, max_ndvi und latest übernehmen eine ganze Beobachtung (max_ndvi ist nicht für Wasser oder Schnee geeignet).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Bilddaten</translation>
    </message>
    <message>
      <source>Import Sentinel-3</source>
      <translation>Sentinel-3 importieren</translation>
    </message>
    <message>
      <source>Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.</source>
      <translation>Einschließlich, in der Form 2023-05-31; Sonnentag in der Gebietsmitte. Nur bei einem Ordner optional.</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>Index</translation>
    </message>
    <message>
      <source>Index instead of bands</source>
      <translation>Index statt Kanälen</translation>
    </message>
    <message>
      <source>Index time series</source>
      <translation>Index-Zeitreihe</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>Installieren</translation>
    </message>
    <message>
      <source>Installs the libraries that the other algorithms work with. Needed once.</source>
      <translation>Installiert die Bibliotheken, mit denen die übrigen Algorithmen arbeiten. Einmalig nötig.</translation>
    </message>
    <message>
      <source>Intercept [K]</source>
      <translation>Achsenabschnitt [K]</translation>
    </message>
    <message>
      <source>Its interpreter</source>
      <translation>Interpreter der Umgebung</translation>
    </message>
    <message>
      <source>Keep older versions of an acquisition</source>
      <translation>Ältere Versionen einer Aufnahme behalten</translation>
    </message>
    <message>
      <source>Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else any.</source>
      <translation>Behält Überflüge mit der Sonne über (day) oder unter (night) dem Horizont. Leer: bei Sentinel-3 day, sonst beliebig.</translation>
    </message>
    <message>
      <source>Kelvin</source>
      <translation>Kelvin</translation>
    </message>
    <message>
      <source>Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land surface temperature. Not every source has all.</source>
      <translation>Art der Szenen: Sentinel-2-Oberflächenreflektanz (L2A) oder Reflektanz am Oberrand der Atmosphäre (L1C) oder Sentinel-3-Landoberflächentemperatur. Nicht jede Quelle bietet alles.</translation>
    </message>
    <message>
      <source>LST: surface temperature</source>
      <translation>LST: Oberflächentemperatur</translation>
    </message>
    <message>
      <source>Largest NDVI of the fit</source>
      <translation>Größter NDVI der Anpassung</translation>
    </message>
    <message>
      <source>Largest temperature of the fit [K]</source>
      <translation>Größte Temperatur der Anpassung [K]</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Letzter Tag</translation>
    </message>
    <message>
      <source>Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.</source>
      <translation>Layer (gpkg, geojson oder fgb) der Fläche, die beide zeigen, das beste Paar zuerst.</translation>
    </message>
    <message>
      <source>Layer of footprints (gpkg, geojson or fgb) that the other algorithms take.</source>
      <translation>Layer der Footprints (gpkg, geojson oder fgb), den die übrigen Algorithmen verwenden.</translation>
    </message>
    <message>
      <source>Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.</source>
      <translation>Layer der Szenen, deren Dateien alle vorhanden sind (gpkg, geojson oder fgb), für die übrigen Algorithmen.</translation>
    </message>
    <message>
      <source>Least NDVI of the fit</source>
      <translation>Kleinster NDVI der Anpassung</translation>
    </message>
    <message>
      <source>Least correlation</source>
      <translation>Mindestkorrelation</translation>
    </message>
    <message>
      <source>Least observations</source>
      <translation>Mindestzahl Beobachtungen</translation>
    </message>
    <message>
      <source>Least temperature of the fit [K]</source>
      <translation>Kleinste Temperatur der Anpassung [K]</translation>
    </message>
    <message>
      <source>Least valid share of a zone [%]</source>
      <translation>Kleinster gültiger Anteil einer Zone [%]</translation>
    </message>
    <message>
      <source>Least valid share of the area [%]</source>
      <translation>Gültiger Anteil des Gebiets mindestens [%]</translation>
    </message>
    <message>
      <source>Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim of a swath may be odd in some bands.</source>
      <translation>Lässt alles aus, was höchstens so viele Meter (0-10000) von Boden entfernt ist, den der Überflug nicht erfasst hat: Der Rand eines Schwads kann in manchen Kanälen fehlerhaft sein.</translation>
    </message>
    <message>
      <source>Leaves out products that must be ordered before they can be downloaded.</source>
      <translation>Lässt Produkte aus, die vor dem Download bestellt werden müssen.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Weggelassen</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <source>Linear in NDVI</source>
      <translation>Linear im NDVI</translation>
    </message>
    <message>
      <source>Local detail</source>
      <translation>Lokales Detail</translation>
    </message>
    <message>
      <source>Local solar time</source>
      <translation>Ortszeit (Sonnenzeit)</translation>
    </message>
    <message>
      <source>Log of the installation</source>
      <translation>Installationsprotokoll</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>Anmeldung</translation>
    </message>
    <message>
      <source>Login at CDSE</source>
      <translation>Anmeldung bei CDSE</translation>
    </message>
    <message>
      <source>Login at the catalogue</source>
      <translation>Anmeldung am Katalog</translation>
    </message>
    <message>
      <source>Lower values have the same colour. Empty: the index's own (NDVI 0).</source>
      <translation>Kleinere Werte erhalten dieselbe Farbe. Leer: der des Index (NDVI 0).</translation>
    </message>
    <message>
      <source>Lowest value of the colours</source>
      <translation>Kleinster Wert der Farbskala</translation>
    </message>
    <message>
      <source>MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area.</source>
      <translation>MGRS-Kacheln durch Kommas getrennt, z.B. 33TWL,33TXL; können ein Gebiet ersetzen.</translation>
    </message>
    <message>
      <source>Make it anew</source>
      <translation>Neu erstellen</translation>
    </message>
    <message>
      <source>Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.</source>
      <translation>Erstellt eine GIF-, MP4-, WebP- oder PNG-Animation des NDVI oder eines anderen Index.</translation>
    </message>
    <message>
      <source>Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is configured with): about 220 MB to download and 680 MB on disk, each package checked against its known hash.

QGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.

It is made in one piece: cancelled or failed, the one in use stays as it was.</source>
      <translation>Erstellt eine eigene Python-Umgebung der Erweiterung aus dem Python Package Index (oder dem in pip eingestellten Index): etwa 220 MB Download und 680 MB auf dem Datenträger; jedes Paket wird gegen seinen bekannten Hashwert geprüft.

Das Python von QGIS wird nicht verändert. Unter Linux wird der Interpreter von QGIS verwendet; unter Windows lädt uv einen aus den Python-Standalone-Builds auf GitHub. Proxy und Zertifikate sind die von QGIS.

Die Umgebung entsteht ganz oder gar nicht: Nach Abbruch oder Fehlschlag bleibt die bisherige, wie sie war.</translation>
    </message>
    <message>
      <source>Makes a cloud-free image of each month, season or year.</source>
      <translation>Erstellt für jeden Monat, jede Jahreszeit oder jedes Jahr ein wolkenfreies Bild.</translation>
    </message>
    <message>
      <source>Makes a table and a chart of NDVI or another index in zones over time.</source>
      <translation>Erstellt Tabelle und Diagramm des zeitlichen Verlaufs des NDVI oder eines anderen Index in Zonen.</translation>
    </message>
    <message>
      <source>Makes one cloud-free image of the Sentinel-2 scenes of a period.</source>
      <translation>Erstellt aus den Sentinel-2-Szenen eines Zeitraums ein wolkenfreies Bild.</translation>
    </message>
    <message>
      <source>Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface reflectance.

Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.

The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, a missed cloud may show: add dates.

Beside the raster lie a style and a STAC item that names the scenes and repeats the job.</source>
      <translation>Maskiert Wolken und ihre Schatten mit der Szenenklassifikation, bildet aus dem Verbleibenden Pixel für Pixel einen Wert (den Median, sofern Sie keine andere Regel wählen) und schreibt ein cloudoptimiertes GeoTIFF der Oberflächenreflektanz.

Szenen mehrerer Kacheln und UTM-Zonen werden auf ein gemeinsames Gitter gebracht; Kacheln eines Überflugs zählen als eine Beobachtung. Ob ein Produkt den Reflektanz-Offset der Baseline 04.00 benötigt, wird für jedes Produkt entschieden.

Der letzte Kanal, observations, gibt an, wie viele klare Werte jedes Pixel hatte. Bei weniger als sechs kann eine übersehene Wolke durchscheinen: Verwenden Sie dann mehr Zeitpunkte.

Neben dem Raster liegen ein Stil und ein STAC-Item, das die Szenen nennt und mit dem sich der Auftrag wiederholen lässt.</translation>
    </message>
    <message>
      <source>Masks everything within this many metres (0-10000) of a masked pixel, too.</source>
      <translation>Maskiert auch alles, was höchstens so viele Meter (0-10000) von einem maskierten Pixel entfernt ist.</translation>
    </message>
    <message>
      <source>Masks everything within this many swath pixels (0-100) of cloud, too.</source>
      <translation>Maskiert auch alles, was höchstens so viele Pixel des Schwads (0-100) von Wolken entfernt ist.</translation>
    </message>
    <message>
      <source>Measure clouds inside the area</source>
      <translation>Wolken im Gebiet messen</translation>
    </message>
    <message>
      <source>Median composite</source>
      <translation>Median-Komposit</translation>
    </message>
    <message>
      <source>Memory limit [MB]</source>
      <translation>Speichergrenze [MB]</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Methode</translation>
    </message>
    <message>
      <source>Method used</source>
      <translation>Verwendete Methode</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Mehr…</translation>
    </message>
    <message>
      <source>Moves each pixel by its elevation times the tangent of the view angle. Only for products that place mountains as if they were flat; needs geometry_tn.nc.</source>
      <translation>Verschiebt jedes Pixel um seine Höhe mal den Tangens des Blickwinkels. Nur für Produkte, die Gebirge wie flaches Gelände verorten; benötigt geometry_tn.nc.</translation>
    </message>
    <message>
      <source>Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report tells of it in any case.</source>
      <translation>Verschiebt die Temperaturen um höchstens ein halbes grobes Pixel dorthin, wo der NDVI deutlich besser passt. Der Bericht nennt den Versatz in jedem Fall.</translation>
    </message>
    <message>
      <source>NDVI animation</source>
      <translation>NDVI-Animation</translation>
    </message>
    <message>
      <source>NDVI from -1 to 1 with pixels finer than those of the temperature.</source>
      <translation>NDVI von -1 bis 1 mit feineren Pixeln als denen der Temperatur.</translation>
    </message>
    <message>
      <source>Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone.</source>
      <translation>Name eines Kanals, z.B. B11, oder fraction bei Sentinel-3; nur für INDEX band.</translation>
    </message>
    <message>
      <source>Names with commas, e.g. S2A,S2B.</source>
      <translation>Namen durch Kommas getrennt, z.B. S2A,S2B.</translation>
    </message>
    <message>
      <source>Near real time (NR)</source>
      <translation>Nahe Echtzeit (NR)</translation>
    </message>
    <message>
      <source>Near-infrared reflectance (B08), on the same ground as red.</source>
      <translation>Reflektanz im nahen Infrarot (B08), über derselben Fläche wie Rot.</translation>
    </message>
    <message>
      <source>Nearest pixel</source>
      <translation>Nächstes Pixel</translation>
    </message>
    <message>
      <source>Never subtract it</source>
      <translation>Nie abziehen</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Keine Daten</translation>
    </message>
    <message>
      <source>No picture</source>
      <translation>Kein Bild</translation>
    </message>
    <message>
      <source>No program opens {place}.</source>
      <translation>Kein Programm öffnet {place}.</translation>
    </message>
    <message>
      <source>No scenes yet</source>
      <translation>Noch keine Szenen</translation>
    </message>
    <message>
      <source>Non-time-critical (NT)</source>
      <translation>Nicht zeitkritisch (NT)</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>None: mask nothing</source>
      <translation>Keine: nichts maskieren</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>Nordpfeil</translation>
    </message>
    <message>
      <source>Not installed</source>
      <translation>Nicht installiert</translation>
    </message>
    <message>
      <source>Not vegetated</source>
      <translation>Ohne Vegetation</translation>
    </message>
    <message>
      <source>Numbers with commas, e.g. 79,122.</source>
      <translation>Nummern durch Kommas getrennt, z.B. 79,122.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products, codes with commas, e.g. PS1,LN2.</source>
      <translation>Von Sentinel-3-Produkten, Codes durch Kommas getrennt, z.B. PS1,LN2.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, the best one of each acquisition is kept.</source>
      <translation>Von Sentinel-3-Produkten: NT nicht zeitkritisch, ST kurzfristig zeitkritisch, NR nahezu Echtzeit. Mit any bleibt das beste Produkt jeder Aufnahme erhalten.</translation>
    </message>
    <message>
      <source>Of a row of the table: day, week (ISO) or month. The report shows all three.</source>
      <translation>Einer Zeile der Tabelle: day, week (ISO) oder month. Der Bericht zeigt alle drei.</translation>
    </message>
    <message>
      <source>Of the cloudier one of the two scenes (0-100), as far as it is known.</source>
      <translation>Der stärker bewölkten der beiden Szenen (0-100), soweit bekannt.</translation>
    </message>
    <message>
      <source>Of the whole tile, 0-100. Scenes that do not state it stay.</source>
      <translation>Der ganzen Kachel, 0-100. Szenen ohne diese Angabe bleiben erhalten.</translation>
    </message>
    <message>
      <source>Offered by searches and downloads. It lies in QGIS's encrypted store.</source>
      <translation>Wird bei Suchen und Downloads vorgeschlagen. Liegt in der verschlüsselten Authentifizierungsdatenbank von QGIS.</translation>
    </message>
    <message>
      <source>One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the next year), all is one for all dates.</source>
      <translation>Je ein Komposit: dekad sind 10 Tage, season ist DJF, MAM, JJA, SON (Dezember zählt zum folgenden Jahr), all ist eines für alle Zeitpunkte.</translation>
    </message>
    <message>
      <source>One raster for each tile</source>
      <translation>Ein Raster je Kachel</translation>
    </message>
    <message>
      <source>One raster for the whole area</source>
      <translation>Ein Raster für das ganze Gebiet</translation>
    </message>
    <message>
      <source>One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.</source>
      <translation>Eine Zeile je Datei (gpkg, geojson, fgb oder csv): Adresse, Bytes, Prüfsummenkontrolle, Versuche, Fehler.</translation>
    </message>
    <message>
      <source>One row for each period; gpkg, geojson or csv.</source>
      <translation>Eine Zeile je Periode; gpkg, geojson oder csv.</translation>
    </message>
    <message>
      <source>One row for each zone and date; gpkg, geojson or csv.</source>
      <translation>Eine Zeile je Zone und Zeitpunkt; gpkg, geojson oder csv.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Einmalcode</translation>
    </message>
    <message>
      <source>Online only</source>
      <translation>Nur online verfügbare</translation>
    </message>
    <message>
      <source>Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are searched without.</source>
      <translation>Nur für einen eigenen Katalog, der eine Anmeldung verlangt (Basic oder API-Header); die eingebauten werden ohne durchsucht.</translation>
    </message>
    <message>
      <source>Only so many scenes of each tile (and period), the clearest inside the area by their classification; 0 takes all. Fewer are faster.</source>
      <translation>Nur so viele Szenen je Kachel (und Periode), die laut ihrer Klassifikation im Gebiet klarsten; 0 verwendet alle. Weniger sind schneller.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open in model designer…</source>
      <translation>Im Modellentwurf öffnen…</translation>
    </message>
    <message>
      <source>Open the group in QGIS</source>
      <translation>Gruppe in QGIS öffnen</translation>
    </message>
    <message>
      <source>Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 water or snow, 2 NDVI beyond the fit.</source>
      <translation>Optionales GeoTIFF (tif): Standardunsicherheit in K (das 90-%-Intervall ist das 1,645-Fache davon) und Flags: 1 Wasser oder Schnee, 2 NDVI außerhalb der Anpassung.</translation>
    </message>
    <message>
      <source>Optional PNG of the result as its style shows it, at most 2000 pixels long.</source>
      <translation>Optionales PNG des Ergebnisses, wie es sein Stil zeigt, mit höchstens 2000 Pixeln Seitenlänge.</translation>
    </message>
    <message>
      <source>Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.</source>
      <translation>Optionaler Layer (gpkg, geojson oder fgb) der groben Pixel: Temperatur, NDVI, verwendet oder nicht, Residuum.</translation>
    </message>
    <message>
      <source>Optional page (html) with a chart of each zone.</source>
      <translation>Optionale Seite (html) mit einem Diagramm jeder Zone.</translation>
    </message>
    <message>
      <source>Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.</source>
      <translation>Optionales Echtfarben-GeoTIFF (tif) mit 8 Bit in Web Mercator, für Webkarten und Folien.</translation>
    </message>
    <message>
      <source>Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal Controller.</source>
      <translation>Optional: ein GeoTIFF je Zeitpunkt und frames.qlr, eine Gruppe aller Layer mit Zeitangaben für die Zeitsteuerung.</translation>
    </message>
    <message>
      <source>Optional: every frame as a PNG, named by its date.</source>
      <translation>Optional: jedes Einzelbild als PNG, nach seinem Datum benannt.</translation>
    </message>
    <message>
      <source>Optional: mean, median, 10th and 90th percentile and valid share by date.</source>
      <translation>Optional: Mittelwert, Median, 10. und 90. Perzentil und gültiger Anteil je Zeitpunkt.</translation>
    </message>
    <message>
      <source>Otherwise the animation stops after its last frame.</source>
      <translation>Sonst hält die Animation nach dem letzten Einzelbild an.</translation>
    </message>
    <message>
      <source>Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of the ways below.</source>
      <translation>Ausgabe von „Szenenpaare suchen“: das gewählte Paar oder das beste davon. Die Sentinel-3-Szene muss auf diesem Rechner liegen. Mit ihm ist nichts weiter nötig; ohne es eine Temperatur und NDVI, jeweils auf eine der Arten darunter.</translation>
    </message>
    <message>
      <source>Output of Search scenes or a part of it; of several dates the median NDVI is taken.</source>
      <translation>Ausgabe von „Szenen suchen“ oder ein Teil davon; bei mehreren Zeitpunkten wird der Median des NDVI verwendet.</translation>
    </message>
    <message>
      <source>Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier download, of which only what failed is fetched.</source>
      <translation>Ausgabe von „Szenen suchen“ oder einer Paarsuche oder ein beliebiger Teil davon; oder die Tabelle eines früheren Downloads, von der nur das Fehlgeschlagene heruntergeladen wird.</translation>
    </message>
    <message>
      <source>Output of Search scenes with PRODUCT {product}, or any part of it.</source>
      <translation>Ausgabe von „Szenen suchen“ mit PRODUCT {product} oder ein beliebiger Teil davon.</translation>
    </message>
    <message>
      <source>Output of Search scenes, or any part of it: selected, filtered or saved.</source>
      <translation>Ausgabe von „Szenen suchen“ oder ein beliebiger Teil davon: gewählt, gefiltert oder gespeichert.</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>PNG-Dateien (*.png)</translation>
    </message>
    <message>
      <source>Page (html) that shows the fit, the maps and how far to trust them.</source>
      <translation>Seite (html), die die Anpassung, die Karten und deren Verlässlichkeit zeigt.</translation>
    </message>
    <message>
      <source>Page (html) with charts, calendar, tables and a map.</source>
      <translation>Seite (html) mit Diagrammen, Kalender, Tabellen und einer Karte.</translation>
    </message>
    <message>
      <source>Pair and sharpen</source>
      <translation>Paaren und schärfen</translation>
    </message>
    <message>
      <source>Pair, to sharpen…</source>
      <translation>Paare zum Schärfen…</translation>
    </message>
    <message>
      <source>Pairs found</source>
      <translation>Gefundene Paare</translation>
    </message>
    <message>
      <source>Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.</source>
      <translation>Paart die Sentinel-2- und Sentinel-3-Szenen eines Ordners und schärft die Temperatur des besten Paars.</translation>
    </message>
    <message>
      <source>Pass by day</source>
      <translation>Überflug am Tag</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>Perzentil</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periode</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Picture for the web</source>
      <translation>Bild für das Web</translation>
    </message>
    <message>
      <source>Picture of the scene</source>
      <translation>Vorschaubild der Szene</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's own is 1000 m.</source>
      <translation>Pixelgröße in Metern; bei einem gewählten KBS in Grad oder Fuß in dessen Einheit. Die des Instruments ist 1000 m.</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).</source>
      <translation>Pixelgröße in Metern; bei einem gewählten KBS in Grad oder Fuß in dessen Einheit. Ist sie gröber als die eines Kanals, wird der Mittelwert seiner verwendbaren Pixel genommen (höchstens 16 x 16).</translation>
    </message>
    <message>
      <source>Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.</source>
      <translation>Pixelgröße der Karten. Leer: so viele Pixel, wie die Seite breit ist, nie feiner als die Quelle.</translation>
    </message>
    <message>
      <source>Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.</source>
      <translation>Pixelgröße des Ergebnisses in der Einheit des KBS der feinen Raster. Leer: deren Pixelgröße; bei Szenen 10 m.</translation>
    </message>
    <message>
      <source>Pixel size that is worked with. Empty: the source's own.</source>
      <translation>Pixelgröße, mit der gerechnet wird. Leer: die der Quelle.</translation>
    </message>
    <message>
      <source>Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.</source>
      <translation>Pixel dieser Klassen der Szenenklassifikation (SCL) werden nicht verwendet. Wählen Sie none, um alle zu verwenden.</translation>
    </message>
    <message>
      <source>Pixels outside are left empty.</source>
      <translation>Pixel außerhalb bleiben leer.</translation>
    </message>
    <message>
      <source>Pixels outside are white.</source>
      <translation>Pixel außerhalb sind weiß.</translation>
    </message>
    <message>
      <source>Play endlessly</source>
      <translation>Endlos abspielen</translation>
    </message>
    <message>
      <source>Points to true north at the middle of the map.</source>
      <translation>Zeigt in der Kartenmitte nach geographisch Nord.</translation>
    </message>
    <message>
      <source>Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the extent; without both, the scenes' footprints are taken.</source>
      <translation>Polygone (oder Punkte) in beliebigem KBS; nur gewählte Objekte, wenn das angekreuzt ist. Hat Vorrang vor der Ausdehnung; ohne beides werden die Footprints der Szenen verwendet.</translation>
    </message>
    <message>
      <source>Polygons drawn as a black line on top; by default the area of interest.</source>
      <translation>Polygone, die als schwarze Linie darübergezeichnet werden; als Vorgabe das Untersuchungsgebiet.</translation>
    </message>
    <message>
      <source>Polygons or points in any CRS; each is a zone.</source>
      <translation>Polygone oder Punkte in beliebigem KBS; jedes Objekt ist eine Zone.</translation>
    </message>
    <message>
      <source>Processing centres</source>
      <translation>Verarbeitungszentren</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Produkt</translation>
    </message>
    <message>
      <source>Proxy (QGIS's network settings)</source>
      <translation>Proxy (Netzwerkeinstellungen von QGIS)</translation>
    </message>
    <message>
      <source>Puts Sentinel-3 surface temperature and NDVI on a map's grid.</source>
      <translation>Bringt Oberflächentemperatur und NDVI von Sentinel-3 auf ein Gitter in Kartenprojektion.</translation>
    </message>
    <message>
      <source>Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks the pairs: first by hours between them, then by how much of the area both cover, then by cloud.

Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of the whole scene; of the two the larger counts.

Download scenes takes the layer as it is and fetches both scenes of each pair.</source>
      <translation>Stellt jeder Sentinel-2-Szene jeden Sentinel-3-Tagüberflug gegenüber, der zeitlich nicht zu weit entfernt ist, und ordnet die Paare: zuerst nach dem Abstand in Stunden, dann nach dem Anteil des Gebiets, den beide abdecken, dann nach der Bewölkung.

Als Bewölkung gilt die im Gebiet, sofern die Layer sie kennen („Wolken im Gebiet messen“ von „Szenen suchen“), sonst die der ganzen Szene; von beiden Szenen zählt der größere Wert.

„Szenen herunterladen“ nimmt den Layer unverändert entgegen und lädt beide Szenen jedes Paars.</translation>
    </message>
    <message>
      <source>Puts the bands of one Sentinel-2 acquisition into one raster.</source>
      <translation>Fasst die Kanäle einer Sentinel-2-Aufnahme in einem Raster zusammen.</translation>
    </message>
    <message>
      <source>Python itself from the standalone builds on github.com</source>
      <translation>Python selbst aus den Standalone-Builds auf github.com</translation>
    </message>
    <message>
      <source>Quarter</source>
      <translation>Quartal</translation>
    </message>
    <message>
      <source>Range such as 09:00-15:00, mean solar time at the centre of the area.</source>
      <translation>Spanne wie 09:00-15:00, mittlere Sonnenzeit in der Gebietsmitte.</translation>
    </message>
    <message>
      <source>Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values themselves; those of several need described bands.</source>
      <translation>Raster anstelle von Szenen. Das Datum stammt aus dem festen Zeitraum des Layers, der Beschreibung des Kanals oder dem Dateinamen (ndvi_2023-05-01.tif). Raster mit einem Kanal enthalten unmittelbar die Werte; solche mit mehreren benötigen Kanäle mit Beschreibung.</translation>
    </message>
    <message>
      <source>Rasters made</source>
      <translation>Erstellte Raster</translation>
    </message>
    <message>
      <source>Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a pass; masks cloud; and puts each quantity on a north-up grid, in physical units.

Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated between the four around it. Nothing is drawn where nothing was measured.

NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a group of all with times for the Temporal Controller.</source>
      <translation>Liest SLSTR-Landprodukte (SL_2_LST), wie sie heruntergeladen wurden, als Ordner oder ZIP-Dateien; fügt die Frames eines Überflugs zusammen, maskiert Wolken und bringt jede Größe in physikalischen Einheiten auf ein genordetes Gitter.

Jedes Pixel übernimmt die nächstgelegene Messung, die höchstens einen Dreiviertelkilometer entfernt ist, oder wird zwischen den vier umliegenden interpoliert. Wo nichts gemessen wurde, wird nichts gezeichnet.

NDVI gibt es nur am Tag. Szenen mehrerer Überflüge benötigen einen Ordner, der dann auch passes.qlr enthält: eine Gruppe aller Layer mit Zeitangaben für die Zeitsteuerung.</translation>
    </message>
    <message>
      <source>Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.

Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.</source>
      <translation>Liest die gewählten Kanäle einer Aufnahme, mosaikiert ihre Kacheln, schneidet sie auf das Gebiet zu und schreibt ein cloudoptimiertes GeoTIFF der Oberflächenreflektanz, in Echtfarben, wenn die Kanäle es zulassen.

Es wird nichts maskiert, sofern keine Klassen gewählt sind. Mehrere Aufnahmen werden abgelehnt: Verwenden Sie dafür „Median-Komposit“.</translation>
    </message>
    <message>
      <source>Ready models</source>
      <translation>Fertige Modelle</translation>
    </message>
    <message>
      <source>Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>Rechteck anstelle eines Layers. In Skripten als xmin,xmax,ymin,ymax [EPSG:4326] angeben.</translation>
    </message>
    <message>
      <source>Red reflectance (B04), together with the near infrared.</source>
      <translation>Reflektanz im Rot (B04), zusammen mit dem nahen Infrarot.</translation>
    </message>
    <message>
      <source>Reflectance offset</source>
      <translation>Reflektanz-Offset</translation>
    </message>
    <message>
      <source>Regression trees</source>
      <translation>Regressionsbäume</translation>
    </message>
    <message>
      <source>Relative orbits</source>
      <translation>Relative Orbits</translation>
    </message>
    <message>
      <source>Remove finished</source>
      <translation>Beendete entfernen</translation>
    </message>
    <message>
      <source>Replaces an environment that is there but does not work. Off by default.</source>
      <translation>Ersetzt eine vorhandene Umgebung, die nicht funktioniert. Als Vorgabe aus.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Neuabtastung</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>Auflösung</translation>
    </message>
    <message>
      <source>Resolution [m]</source>
      <translation>Auflösung [m]</translation>
    </message>
    <message>
      <source>Right at the middle of the map, on the ground.</source>
      <translation>Gibt in der Kartenmitte die Strecke am Boden richtig wieder.</translation>
    </message>
    <message>
      <source>Rows of the table</source>
      <translation>Tabellenzeilen</translation>
    </message>
    <message>
      <source>SAFE products (folders or zips) and rasters beside STAC items, subfolders too.</source>
      <translation>SAFE-Produkte (Ordner oder ZIP-Dateien) und Raster neben STAC-Items, auch in Unterordnern.</translation>
    </message>
    <message>
      <source>STAC collection</source>
      <translation>STAC-Collection</translation>
    </message>
    <message>
      <source>Same periods of all years together</source>
      <translation>Gleiche Perioden aller Jahre zusammenfassen</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Stichproben</translation>
    </message>
    <message>
      <source>Satellite</source>
      <translation>Satellit</translation>
    </message>
    <message>
      <source>Satellites</source>
      <translation>Satelliten</translation>
    </message>
    <message>
      <source>Saturated or defective</source>
      <translation>Gesättigt oder defekt</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Maßstabsleiste</translation>
    </message>
    <message>
      <source>Scene pairs</source>
      <translation>Szenenpaare</translation>
    </message>
    <message>
      <source>Scene statistics</source>
      <translation>Szenenstatistik</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>Szenen</translation>
    </message>
    <message>
      <source>Scenes at most</source>
      <translation>Szenen höchstens</translation>
    </message>
    <message>
      <source>Scenes counted</source>
      <translation>Gezählte Szenen</translation>
    </message>
    <message>
      <source>Scenes found</source>
      <translation>Gefundene Szenen</translation>
    </message>
    <message>
      <source>Scenes left out by filters</source>
      <translation>Durch Filter ausgelassene Szenen</translation>
    </message>
    <message>
      <source>Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay whole.</source>
      <translation>Szenen außerhalb werden ausgelassen, cloudoptimierte GeoTIFFs auf das Gebiet zugeschnitten; die ESA-eigenen Dateien bleiben ganz.</translation>
    </message>
    <message>
      <source>Scenes that contributed pixels</source>
      <translation>Szenen, die Pixel beigetragen haben</translation>
    </message>
    <message>
      <source>Scenes that do not touch it are left out.</source>
      <translation>Szenen, die es nicht berühren, werden ausgelassen.</translation>
    </message>
    <message>
      <source>Scenes that miss it are not counted.</source>
      <translation>Szenen, die es nicht berühren, werden nicht gezählt.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search and animation</source>
      <translation>Suche und Animation</translation>
    </message>
    <message>
      <source>Search and composite</source>
      <translation>Suche und Komposit</translation>
    </message>
    <message>
      <source>Search and monthly series</source>
      <translation>Suche und Monatsserie</translation>
    </message>
    <message>
      <source>Search scenes</source>
      <translation>Szenen suchen</translation>
    </message>
    <message>
      <source>Season</source>
      <translation>Jahreszeit</translation>
    </message>
    <message>
      <source>Select the scene to be shown.</source>
      <translation>Wählen Sie die anzuzeigende Szene.</translation>
    </message>
    <message>
      <source>Sentinel Toolkit</source>
      <translation>Sentinel Toolkit</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C: top of atmosphere</source>
      <translation>Sentinel-2 L1C: Oberrand der Atmosphäre</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A: surface reflectance</source>
      <translation>Sentinel-2 L2A: Oberflächenreflektanz</translation>
    </message>
    <message>
      <source>Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.</source>
      <translation>Sentinel-2-Kanäle durch Kommas getrennt, z.B. B04,B03,B02; all bedeutet die 12 von L2A. Weniger sind schneller.</translation>
    </message>
    <message>
      <source>Sentinel-2 scenes</source>
      <translation>Sentinel-2-Szenen</translation>
    </message>
    <message>
      <source>Sentinel-3 LST: surface temperature</source>
      <translation>Sentinel-3 LST: Oberflächentemperatur</translation>
    </message>
    <message>
      <source>Sentinel-3 scenes</source>
      <translation>Sentinel-3-Szenen</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Zeitreihen</translation>
    </message>
    <message>
      <source>Set up environment</source>
      <translation>Umgebung einrichten</translation>
    </message>
    <message>
      <source>Set up, repair, diagnostics…</source>
      <translation>Einrichtung, Reparatur, Diagnose…</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Einrichten…</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>Einrichtung</translation>
    </message>
    <message>
      <source>Share of the area inside the footprint, 0-100. 0 keeps all that touch it.</source>
      <translation>Anteil des Gebiets innerhalb des Footprints, 0-100. 0 behält alle Szenen, die es berühren.</translation>
    </message>
    <message>
      <source>Share of the area with data [%]</source>
      <translation>Anteil des Gebiets mit Daten [%]</translation>
    </message>
    <message>
      <source>Share of the composites</source>
      <translation>Anteil der Komposite</translation>
    </message>
    <message>
      <source>Sharpened temperature</source>
      <translation>Geschärfte Temperatur</translation>
    </message>
    <message>
      <source>Sharpens surface temperature with finer NDVI, and says how far to trust it.</source>
      <translation>Schärft die Oberflächentemperatur mit feinerem NDVI und gibt an, wie weit ihr zu trauen ist.</translation>
    </message>
    <message>
      <source>Shift high ground towards the satellite</source>
      <translation>Hohes Gelände zum Satelliten hin verschieben</translation>
    </message>
    <message>
      <source>Short time critical (ST)</source>
      <translation>Kurzfristig (ST)</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Im Ordner zeigen</translation>
    </message>
    <message>
      <source>Size [MB]</source>
      <translation>Größe [MB]</translation>
    </message>
    <message>
      <source>Slope [K per unit of the predictor]</source>
      <translation>Steigung [K je Einheit des Prädiktors]</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>Glättung</translation>
    </message>
    <message>
      <source>Snow or ice</source>
      <translation>Schnee oder Eis</translation>
    </message>
    <message>
      <source>Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid (or on each tile's own).

The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all with times for the Temporal Controller, which can be dragged into any project.

Run it again with the same folder to go on: what is finished is not made again, and more dates may be added. A composite that fails is named, and made by the next run.</source>
      <translation>Ordnet die Szenen nach Perioden und erstellt für jede ein Komposit wie „Median-Komposit“, alle auf einem gemeinsamen Gitter (oder dem der jeweiligen Kachel).

Der Ordner enthält dann je Komposit ein cloudoptimiertes GeoTIFF und ein STAC-Item, je Periode ein virtuelles Raster, eine STAC-Collection, eine Bildübersicht, eine Seite, die die Komposite auflistet, und composites.qlr: eine Gruppe aller Layer mit Zeitangaben für die Zeitsteuerung, die sich in jedes Projekt ziehen lässt.

Zum Fortsetzen führen Sie den Algorithmus mit demselben Ordner erneut aus: Fertiges wird nicht noch einmal erstellt, und weitere Zeitpunkte können hinzukommen. Ein fehlgeschlagenes Komposit wird genannt und beim nächsten Lauf erstellt.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Split by tiles</source>
      <translation>Nach Kacheln aufteilen</translation>
    </message>
    <message>
      <source>Stack bands</source>
      <translation>Kanäle stapeln</translation>
    </message>
    <message>
      <source>Stacked bands</source>
      <translation>Gestapelte Kanäle</translation>
    </message>
    <message>
      <source>Stands above every map. Empty: the index and the satellite.</source>
      <translation>Steht über jeder Karte. Leer: Index und Satellit.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistik</translation>
    </message>
    <message>
      <source>Statistics…</source>
      <translation>Statistik…</translation>
    </message>
    <message>
      <source>Strict: any cloud test</source>
      <translation>Streng: jeder Wolkentest</translation>
    </message>
    <message>
      <source>Summary of the cloud tests</source>
      <translation>Zusammenfassung der Wolkentests</translation>
    </message>
    <message>
      <source>Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, or the first.</source>
      <translation>Oberflächentemperatur in K oder °C an einem klaren Tag, z.B. die Ausgabe von „Sentinel-3 importieren“; der Kanal LST oder der erste.</translation>
    </message>
    <message>
      <source>Table of files</source>
      <translation>Dateitabelle</translation>
    </message>
    <message>
      <source>Table of means</source>
      <translation>Mittelwerttabelle</translation>
    </message>
    <message>
      <source>Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is never fetched again, and what was interrupted goes on where it stopped: run the same job again.

From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary Computer only the part of each band that lies in the area.

The layer of complete scenes is what the other algorithms take. The table has a row for each file, with its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.</source>
      <translation>Nimmt einen beliebigen Teil eines Szenenlayers und lädt die angegebenen Dateien in einen Ordner herunter. Vollständiges wird nie erneut heruntergeladen, Unterbrochenes an derselben Stelle fortgesetzt: Führen Sie dazu denselben Auftrag erneut aus.

Von CDSE werden mit Ihrem Konto ganze Produkte oder einzelne Dateien heruntergeladen, von Earth Search und Planetary Computer nur der Teil jedes Kanals, der im Gebiet liegt.

Den Layer der vollständigen Szenen verwenden die übrigen Algorithmen. Die Tabelle enthält eine Zeile je Datei mit dem Ergebnis der Prüfsummenkontrolle und etwaigen Fehlern; übergeben Sie sie diesem Algorithmus als Szenen, um nur das Fehlgeschlagene herunterzuladen.</translation>
    </message>
    <message>
      <source>Tells the zones apart. Empty: the features' numbers.</source>
      <translation>Unterscheidet die Zonen. Leer: die Nummern der Objekte.</translation>
    </message>
    <message>
      <source>Terrain shadow</source>
      <translation>Geländeschatten</translation>
    </message>
    <message>
      <source>The Python environment for the work is missing. It is set up once, before the first job.</source>
      <translation>Die Python-Umgebung für die Verarbeitung fehlt. Sie wird einmalig vor dem ersten Auftrag eingerichtet.</translation>
    </message>
    <message>
      <source>The Temporal Controller shows the {count} layers one by one.</source>
      <translation>Die Zeitsteuerung zeigt die {count} Layer nacheinander.</translation>
    </message>
    <message>
      <source>The band named below</source>
      <translation>Der unten genannte Kanal</translation>
    </message>
    <message>
      <source>The composites go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Die Komposite liegen in einem temporären Ordner: QGIS löscht ihn beim Beenden.</translation>
    </message>
    <message>
      <source>The date of each frame, in its upper right corner.</source>
      <translation>Das Datum jedes Einzelbilds in dessen rechter oberer Ecke.</translation>
    </message>
    <message>
      <source>The environment is ready.</source>
      <translation>Die Umgebung ist bereit.</translation>
    </message>
    <message>
      <source>The file's suffix decides: gif, mp4, webp or png.</source>
      <translation>Die Dateiendung entscheidet: gif, mp4, webp oder png.</translation>
    </message>
    <message>
      <source>The files go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Die Dateien liegen in einem temporären Ordner: QGIS löscht ihn beim Beenden.</translation>
    </message>
    <message>
      <source>The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the median of NDVI. Empty: the bands.</source>
      <translation>Statt der Kanäle wird der Index jeder Szene über die Zeit kombiniert: Der NDVI eines Medians ist nicht der Median des NDVI. Leer: die Kanäle.</translation>
    </message>
    <message>
      <source>The job works in smaller blocks to stay below it; at least 64, useful from 512 on.</source>
      <translation>Der Auftrag arbeitet in kleineren Blöcken, um darunter zu bleiben; mindestens 64, sinnvoll ab 512.</translation>
    </message>
    <message>
      <source>The layer of scenes is gone: search again.</source>
      <translation>Der Szenenlayer ist nicht mehr vorhanden: Bitte erneut suchen.</translation>
    </message>
    <message>
      <source>The oldest ones are kept. 10000 by default.</source>
      <translation>Die ältesten bleiben erhalten. Vorgabe 10000.</translation>
    </message>
    <message>
      <source>The search as a qgis_process command, into the clipboard</source>
      <translation>Die Suche als qgis_process-Befehl in die Zwischenablage kopieren</translation>
    </message>
    <message>
      <source>The selected acquisition in true colour: of the area only, where one is set</source>
      <translation>Die gewählte Aufnahme in Echtfarben; nur das Gebiet, falls eines gesetzt ist</translation>
    </message>
    <message>
      <source>The six digits that your authenticator shows, where your CDSE account asks for them. Works once.</source>
      <translation>Die sechs Ziffern aus Ihrer Authenticator-App, falls Ihr CDSE-Konto danach fragt. Nur einmal gültig.</translation>
    </message>
    <message>
      <source>The temporary folder {folder} could not be deleted.</source>
      <translation>Der temporäre Ordner {folder} konnte nicht gelöscht werden.</translation>
    </message>
    <message>
      <source>The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its known hash.

From: {hosts}. Proxy and certificates are QGIS's.
Folder: {folder}</source>
      <translation>Die Verarbeitung läuft in einer eigenen Python-Umgebung der Erweiterung neben QGIS: Das Python von QGIS wird nicht verändert. Die Umgebung wird einmalig heruntergeladen: etwa {download} MB Download, {disk} MB auf dem Datenträger; jedes Paket wird gegen seinen bekannten Hashwert geprüft.

Quelle: {hosts}. Proxy und Zertifikate sind die von QGIS.
Ordner: {folder}</translation>
    </message>
    <message>
      <source>Thermal</source>
      <translation>Thermaldaten</translation>
    </message>
    <message>
      <source>Thermal sharpening</source>
      <translation>Thermalschärfung</translation>
    </message>
    <message>
      <source>Thin cirrus</source>
      <translation>Dünner Zirrus</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>Kachel</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>Zeit (UTC)</translation>
    </message>
    <message>
      <source>Time of a frame [ms]</source>
      <translation>Dauer eines Einzelbilds [ms]</translation>
    </message>
    <message>
      <source>Time series</source>
      <translation>Zeitreihe</translation>
    </message>
    <message>
      <source>Timeliness</source>
      <translation>Aktualität (Timeliness)</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>True colour</source>
      <translation>Echtfarben</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>TsHARP: linear in the fraction of vegetation</source>
      <translation>TsHARP: linear im Vegetationsanteil</translation>
    </message>
    <message>
      <source>URL of the STAC API for source stac; replaces the built-in address of the other catalogues.</source>
      <translation>URL der STAC-API für Quelle stac; ersetzt die eingebaute Adresse der anderen Kataloge.</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Unsicherheit</translation>
    </message>
    <message>
      <source>Unclassified</source>
      <translation>Nicht klassifiziert</translation>
    </message>
    <message>
      <source>Unit of temperatures</source>
      <translation>Temperatureinheit</translation>
    </message>
    <message>
      <source>Unit of the result</source>
      <translation>Einheit des Ergebnisses</translation>
    </message>
    <message>
      <source>Unit of the sharpened temperature and of the report: kelvin or celsius.</source>
      <translation>Einheit der geschärften Temperatur und des Berichts: kelvin oder celsius.</translation>
    </message>
    <message>
      <source>Use the same one again to go on, or to add dates.</source>
      <translation>Zum Fortsetzen oder für weitere Zeitpunkte denselben wieder verwenden.</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Variablen</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>Vegetation</translation>
    </message>
    <message>
      <source>Versions and folders as Markdown, for a report of a problem</source>
      <translation>Versionen und Ordner als Markdown, für einen Fehlerbericht</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Wasser</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Woche</translation>
    </message>
    <message>
      <source>What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.</source>
      <translation>Was zu jedem Zeitpunkt gezeigt wird. LST ist die Oberflächentemperatur von Sentinel-3; band ist der unten angegebene Kanal.</translation>
    </message>
    <message>
      <source>What the model leaves</source>
      <translation>Residuen des Modells</translation>
    </message>
    <message>
      <source>What the model leaves of the coarse pixels (RMS) [K]</source>
      <translation>Residuen der groben Pixel (RMS) [K]</translation>
    </message>
    <message>
      <source>Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.</source>
      <translation>Wo ein Pixel weniger klare Beobachtungen hat, werden über die besten hinaus weitere Szenen hinzugenommen, die besten zuerst.</translation>
    </message>
    <message>
      <source>Where to look: earth_search and planetary_computer (files that are read where they are, no account), cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC API, or a folder.</source>
      <translation>Wo gesucht wird: earth_search und planetary_computer (Dateien werden direkt dort gelesen, kein Konto nötig), cdse und cdse_odata (die eigenen Produkte der ESA, mit einem Konto über „Szenen herunterladen“ geladen), eine andere STAC-API oder ein Ordner.</translation>
    </message>
    <message>
      <source>Width [pixels]</source>
      <translation>Breite [Pixel]</translation>
    </message>
    <message>
      <source>Width of each frame (200-4096).</source>
      <translation>Breite jedes Einzelbilds (200-4096).</translation>
    </message>
    <message>
      <source>With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).</source>
      <translation>Durch Kommas getrennt, z.B. B04,B08,SCL; product bedeutet das ganze Produkt. Leer: was die übrigen Algorithmen benötigen (B02,B03,B04,B08,SCL bei L2A, das Produkt bei L1C, Temperatur und Flags bei Sentinel-3).</translation>
    </message>
    <message>
      <source>With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.</source>
      <translation>Durch Kommas getrennt, je ein Kanal: LST und LST_uncertainty (K), NDVI, fraction (Anteil der Vegetation), biome, TCWV (Wasserdampf, kg/m2), elevation (Höhe, m), view_zenith (Zenitwinkel der Blickrichtung, Grad), independent (0, wo ein Pixel eine Kopie seines Nachbarn ist) und die Flags exception, confidence, cloud, bayes als Bits.</translation>
    </message>
    <message>
      <source>With the selected scenes, or all of them</source>
      <translation>Mit den gewählten Szenen oder mit allen</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Verarbeitung</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>Jahr</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>Zonen</translation>
    </message>
    <message>
      <source>and near infrared</source>
      <translation>und nahes Infrarot</translation>
    </message>
    <message>
      <source>animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3</source>
      <translation>animation,video,gif,mp4,zeitreihe,time series,zeitraffer,timelapse,ndvi,index,lst,zeitsteuerung,temporal controller,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply always subtracts, none never does.</source>
      <translation>auto entscheidet für jedes Produkt, ob 1000 abzuziehen ist (der Szenenlayer nennt den Grund); apply zieht immer ab, none nie.</translation>
    </message>
    <message>
      <source>auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.</source>
      <translation>auto schärft anhand lokaler Details, wo die Daten einen Zusammenhang zeigen, und interpoliert, wo nicht. linear ist eine Gerade über dem NDVI, tsharp eine über dem Vegetationsanteil, trees sind Regressionsbäume.</translation>
    </message>
    <message>
      <source>auto takes the summary flag and the probabilistic mask (every test in old products without it); summary and bayesian take one of them; strict masks what any test marks; none masks nothing.</source>
      <translation>auto verwendet das zusammenfassende Flag und die probabilistische Maske (bei alten Produkten ohne diese sämtliche Tests); summary und bayesian verwenden jeweils nur eines von beiden; strict maskiert, was irgendein Test markiert; none maskiert nichts.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</source>
      <translation>kanäle,bänder,bands,echtfarben,true colour,rgb,zuschneiden,clip,mosaik,mosaic,reflektanz,reflectance,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>cancelled; what is complete is kept</source>
      <translation>abgebrochen; Vollständiges bleibt erhalten</translation>
    </message>
    <message>
      <source>cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance</source>
      <translation>wolkenfrei,cloud-free,wolkenlos,cloudless,mosaik,mosaic,komposit,composite,median,sentinel-2,copernicus,reflektanz,reflectance</translation>
    </message>
    <message>
      <source>failed: {error}</source>
      <translation>fehlgeschlagen: {error}</translation>
    </message>
    <message>
      <source>geometric median</source>
      <translation>geometrischer Median</translation>
    </message>
    <message>
      <source>install,environment,dependencies,python,repair</source>
      <translation>installieren,install,umgebung,environment,abhängigkeiten,dependencies,python,reparieren,repair</translation>
    </message>
    <message>
      <source>kelvin or celsius, for LST alone.</source>
      <translation>kelvin oder celsius, nur für LST.</translation>
    </message>
    <message>
      <source>latest</source>
      <translation>neueste</translation>
    </message>
    <message>
      <source>linear and tsharp are refused unless r is at most minus this (0-1).</source>
      <translation>linear und tsharp werden abgelehnt, wenn r größer ist als dieser Wert (0-1) mit negativem Vorzeichen.</translation>
    </message>
    <message>
      <source>lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</source>
      <translation>lst,oberflächentemperatur,surface temperature,downscaling,disaggregierung,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</translation>
    </message>
    <message>
      <source>maximum NDVI</source>
      <translation>größter NDVI</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>Mittelwert</translation>
    </message>
    <message>
      <source>median</source>
      <translation>Median</translation>
    </message>
    <message>
      <source>medoid</source>
      <translation>Medoid</translation>
    </message>
    <message>
      <source>model,chain,workflow,sentinel-2,sentinel-3,copernicus</source>
      <translation>modell,model,kette,chain,arbeitsablauf,workflow,sentinel-2,sentinel-3,copernicus</translation>
    </message>
    <message>
      <source>monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</source>
      <translation>monatlich,monthly,saisonal,seasonal,jährlich,annual,zeitreihe,time series,wolkenfrei,cloud-free,mosaik,mosaic,komposit,composite,median,sentinel-2,kacheln,tiles</translation>
    </message>
    <message>
      <source>nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.</source>
      <translation>nearest behält Messwerte; bilinear interpoliert, aber nie über Wolken hinweg oder zwischen Codes.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keiner</translation>
    </message>
    <message>
      <source>none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM zone unless a CRS is chosen: for large areas.</source>
      <translation>none erstellt ein Raster für das ganze Gebiet; mgrs eines je Sentinel-2-Kachel, in deren UTM-Zone, sofern kein KBS gewählt ist: für große Gebiete.</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>or Sentinel-2 scenes</source>
      <translation>oder Sentinel-2-Szenen</translation>
    </message>
    <message>
      <source>or a Sentinel-3 product (.SEN3 or zip)</source>
      <translation>oder ein Sentinel-3-Produkt (.SEN3 oder ZIP)</translation>
    </message>
    <message>
      <source>or a folder of rasters</source>
      <translation>oder ein Ordner mit Rastern</translation>
    </message>
    <message>
      <source>or coarse temperature</source>
      <translation>oder grobe Temperatur</translation>
    </message>
    <message>
      <source>or extent</source>
      <translation>oder Ausdehnung</translation>
    </message>
    <message>
      <source>or one product (.SEN3 or zip)</source>
      <translation>oder ein Produkt (.SEN3 oder ZIP)</translation>
    </message>
    <message>
      <source>or rasters</source>
      <translation>oder Raster</translation>
    </message>
    <message>
      <source>or red</source>
      <translation>oder Rot</translation>
    </message>
    <message>
      <source>pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</source>
      <translation>paare,pairs,zuordnung,match,gleicher tag,same day,sentinel-2,sentinel-3,thermal,lst,schärfung,sharpening</translation>
    </message>
    <message>
      <source>percentile {number}</source>
      <translation>Perzentil {number}</translation>
    </message>
    <message>
      <source>scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their passes.</source>
      <translation>scene ergibt ein Einzelbild je Überflug; day, week, dekad (10 Tage) und month jeweils eines aus dem Median der zugehörigen Überflüge.</translation>
    </message>
    <message>
      <source>selected only</source>
      <translation>nur gewählte</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,herunterladen,download,abrufen,fetch,kanal,band,produkt,product,fortsetzen,resume,SAFE,COG</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,katalog,catalogue,suche,search,footprint,SAFE,earth search,planetary computer,wolken,cloud</translation>
    </message>
    <message>
      <source>sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus</source>
      <translation>sentinel-3,slstr,lst,landoberflächentemperatur,land surface temperature,ndvi,schwad,swath,netcdf,sen3,geokodieren,geocode,copernicus</translation>
    </message>
    <message>
      <source>smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; none leaves it out.</source>
      <translation>smooth fügt sie interpoliert wieder hinzu; exact wiederholt dies, bis der Mittelwert jedes groben Pixels dem Messwert entspricht; none lässt sie weg.</translation>
    </message>
    <message>
      <source>statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</source>
      <translation>statistik,statistics,archiv,archive,verfügbarkeit,availability,kalender,calendar,wolken,cloud,wiederholrate,revisit,bericht,report,copernicus,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>the Python Package Index, or the index that pip is configured with</source>
      <translation>Python Package Index oder der in pip eingestellte Index</translation>
    </message>
    <message>
      <source>the extent below</source>
      <translation>die Ausdehnung unten</translation>
    </message>
    <message>
      <source>time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</source>
      <translation>zeitreihe,time series,zonenstatistik,zonal statistics,ndvi,index,diagramm,chart,glättung,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>{composite} (all years; times in the nominal year 2000)</source>
      <translation>{composite} (alle Jahre; Zeiten im Nennjahr 2000)</translation>
    </message>
    <message>
      <source>{count} scenes found.</source>
      <translation>{count} Szenen gefunden.</translation>
    </message>
    <message>
      <source>{count} scenes into {place}</source>
      <translation>{count} Szenen nach {place}</translation>
    </message>
    <message>
      <source>{day}: {count} scenes, least cloud {cloud}</source>
      <translation>{day}: {count} Szenen, geringste Bewölkung {cloud}</translation>
    </message>
    <message>
      <source>{downloaded} fetched, {skipped} here before, {failed} failed</source>
      <translation>{downloaded} heruntergeladen, {skipped} bereits vorhanden, {failed} fehlgeschlagen</translation>
    </message>
    <message>
      <source>{first}–{last} {year}</source>
      <translation>{first}–{last} {year}</translation>
    </message>
    <message>
      <source>{month} {year}</source>
      <translation>{month} {year}</translation>
    </message>
    <message>
      <source>{name} is on the map.</source>
      <translation>{name} ist auf der Karte.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{satellite} scenes</source>
      <translation>{satellite}-Szenen</translation>
    </message>
    <message>
      <source>{what} ready</source>
      <translation>{what}: fertig</translation>
    </message>
    <message>
      <source>σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.</source>
      <translation>σ dessen, was der Sensor über sein Pixel hinaus sieht (0-1), für local. Leer: aus den Daten bestimmt.</translation>
    </message>
  </context>
</TS>
