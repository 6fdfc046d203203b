<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
  <context>
    <name>SentinelToolkit</name>
    <message>
      <source>10 days (dekad)</source>
      <translation>10 jours (décade)</translation>
    </message>
    <message>
      <source>3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, make the whole; finish then writes what shows them all. Empty: all.</source>
      <translation>3/100 produit la troisième de cent parts et rien d'autre, de sorte que de nombreuses exécutions, sur de nombreux ordinateurs, produisent le tout ; finish écrit ensuite ce qui les montre toutes. Vide : toutes.</translation>
    </message>
    <message>
      <source>A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day.</source>
      <translation>Un dossier .SEN3 de SL_2_LST, le fichier xfdumanifest.xml qu'il contient, ou un zip ; de jour.</translation>
    </message>
    <message>
      <source>A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.</source>
      <translation>Un dossier .SEN3, le fichier xfdumanifest.xml qu'il contient, ou un zip, à la place de scènes.</translation>
    </message>
    <message>
      <source>A Python that has the libraries, instead of the plugin's own. Empty: its own.</source>
      <translation>Un Python qui dispose des bibliothèques, à la place de celui de l'extension. Vide : celui de l'extension.</translation>
    </message>
    <message>
      <source>A model to use as it is, or to take further: right-click, Open in model designer.</source>
      <translation>Un modèle à utiliser tel quel, ou à développer : clic droit, « Ouvrir dans le modeleur ».</translation>
    </message>
    <message>
      <source>A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. Empty: the index's own.</source>
      <translation>Un nom de Matplotlib, p. ex. RdYlGn, viridis, inferno, BrBG ; avec _r, la palette est inversée. Vide : celle de l'indice.</translation>
    </message>
    <message>
      <source>Acquisitions counted</source>
      <translation>Acquisitions comptées</translation>
    </message>
    <message>
      <source>Add a band with the date</source>
      <translation>Ajouter une bande avec la date</translation>
    </message>
    <message>
      <source>Add to map</source>
      <translation>Ajouter à la carte</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>Ajouter à la file</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.</source>
      <translation>Adresse d'un ordonnanceur Dask, p. ex. tcp://10.0.0.1:8786, dont les workers se partagent le travail ; local:4 démarre quatre processus sur cet ordinateur ; gateway+https://… trouve les clusters derrière Dask Gateway. Vide : cet ordinateur.</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, offered by composites. Empty: this computer.</source>
      <translation>Adresse d'un ordonnanceur Dask, proposée pour les composites. Vide : cet ordinateur.</translation>
    </message>
    <message>
      <source>Address of the catalogue</source>
      <translation>Adresse du catalogue</translation>
    </message>
    <message>
      <source>Adds the layers to the project, as a group with times for the Temporal Controller.</source>
      <translation>Ajoute les couches au projet, sous forme d'un groupe daté pour le Contrôleur temporel.</translation>
    </message>
    <message>
      <source>All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.</source>
      <translation>Tous les mois de janvier forment un composite, et ainsi de suite. Sa date dans QGIS se situe dans l'année nominale 2000.</translation>
    </message>
    <message>
      <source>All dates together</source>
      <translation>Toutes les dates ensemble</translation>
    </message>
    <message>
      <source>All parameters of the search</source>
      <translation>Tous les paramètres de la recherche</translation>
    </message>
    <message>
      <source>All rasters in a folder, dated as above; its subfolders do not count.</source>
      <translation>Tous les rasters d'un dossier, datés comme ci-dessus ; ses sous-dossiers ne comptent pas.</translation>
    </message>
    <message>
      <source>Always subtract it</source>
      <translation>Toujours le soustraire</translation>
    </message>
    <message>
      <source>Animate…</source>
      <translation>Animer…</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>Animation</translation>
    </message>
    <message>
      <source>Another STAC catalogue</source>
      <translation>Autre catalogue STAC</translation>
    </message>
    <message>
      <source>Another interpreter</source>
      <translation>Autre interpréteur</translation>
    </message>
    <message>
      <source>Answers of catalogues are fetched again when they are needed.</source>
      <translation>Les réponses des catalogues sont récupérées à nouveau quand elles sont nécessaires.</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Indifférent</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Zone</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Zone d'intérêt</translation>
    </message>
    <message>
      <source>As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.</source>
      <translation>Selon la syntaxe de strftime, p. ex. %d.%m.%Y ou %B %Y. Vide : 2023-05-01, ou le libellé de la période.</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Interroger à nouveau</translation>
    </message>
    <message>
      <source>Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, tile, orbit, cloud, how much of the area it covers and what else is known.

Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.

Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.

Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept for some hours, so that the same search costs nothing, and works without a network.</source>
      <translation>Interroge un catalogue, ou parcourt un dossier, et renvoie une couche avec une empreinte par scène : date, tuile, orbite, nuages, part de la zone couverte et tout ce que l'on en sait d'autre.

Filtrez-la et sélectionnez-en les entités comme pour toute couche ; les autres algorithmes la prennent, en tout ou en partie, comme « Scènes ».

Les catalogues demandent des dates et une zone. Earth Search et Planetary Computer fournissent des fichiers que les autres algorithmes lisent là où ils se trouvent ; ce que CDSE répertorie est d'abord récupéré par « Télécharger des scènes ». Dans un dossier sont trouvés les produits SAFE (dossiers ou zips), et les fichiers GeoTIFF ou JP2 accompagnés d'items STAC.

De plusieurs versions d'une acquisition, seule la plus récente est gardée, sauf si vous les demandez toutes. Les réponses sont conservées quelques heures, si bien que la même recherche ne coûte rien et fonctionne sans réseau.</translation>
    </message>
    <message>
      <source>Asks the catalogue even where the same question was answered within the last hours. The answers are kept for work without a network.</source>
      <translation>Interroge le catalogue même si la même requête a reçu une réponse dans les dernières heures. Les réponses sont conservées pour travailler sans réseau.</translation>
    </message>
    <message>
      <source>Authentication configuration (Basic) with user name and password of your CDSE account. Other sources need none.</source>
      <translation>Configuration d'authentification (Basic) avec le nom d'utilisateur et le mot de passe de votre compte CDSE. Les autres sources n'en demandent pas.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <source>Band (for index band)</source>
      <translation>Bande (pour l'indice band)</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Bands or files</source>
      <translation>Bandes ou fichiers</translation>
    </message>
    <message>
      <source>Bayesian</source>
      <translation>Bayésien</translation>
    </message>
    <message>
      <source>Best scenes of each tile</source>
      <translation>Meilleures scènes par tuile</translation>
    </message>
    <message>
      <source>Between the two passes (0-366); half an hour is common for the same day.</source>
      <translation>Entre les deux passages (0-366) ; une demi-heure est courante pour un même jour.</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilinéaire</translation>
    </message>
    <message>
      <source>Boundary to draw</source>
      <translation>Contour à tracer</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>De jour</translation>
    </message>
    <message>
      <source>By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only interpolated, and says so.

The link is tested: temperatures are made coarser still, sharpened back, and compared with what they were. The report shows the fit, the maps, this test and the uncertainty of a pixel.

Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields of the same NDVI look the same to the method, water and snow are only interpolated.</source>
      <translation>De jour, un terrain plus végétalisé est plus frais. Là où les données montrent ce lien en détail, un NDVI plus fin indique où, dans un pixel grossier, il fait chaud et où il fait frais. Là où elles ne le montrent pas, le résultat est seulement interpolé, et le signale.

Le lien est testé : les températures sont encore dégradées, affinées de nouveau, puis comparées à ce qu'elles étaient. Le rapport montre l'ajustement, les cartes, ce test et l'incertitude d'un pixel.

Un détail plus fin que le vingtième d'un pixel grossier est surtout la texture du NDVI. Pour la méthode, parcelles irriguées et parcelles sèches de même NDVI sont identiques ; l'eau et la neige sont seulement interpolées.</translation>
    </message>
    <message>
      <source>By default only the newest processing of each acquisition is kept.</source>
      <translation>Par défaut, seul le traitement le plus récent de chaque acquisition est gardé.</translation>
    </message>
    <message>
      <source>By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.</source>
      <translation>Par défaut celui des scènes, ou le fuseau UTM du centre de la zone si les scènes diffèrent.</translation>
    </message>
    <message>
      <source>By default the UTM zone of the area's centre.</source>
      <translation>Par défaut, le fuseau UTM du centre de la zone.</translation>
    </message>
    <message>
      <source>By night</source>
      <translation>De nuit</translation>
    </message>
    <message>
      <source>CRS of the result</source>
      <translation>SCR du résultat</translation>
    </message>
    <message>
      <source>Cache</source>
      <translation>Cache</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Cancel download</source>
      <translation>Annuler le téléchargement</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <source>Cancelled. Finished composites are kept; run again to go on where this run stopped.</source>
      <translation>Annulé. Les composites terminés sont conservés ; relancez pour reprendre là où cette exécution s'est arrêtée.</translation>
    </message>
    <message>
      <source>Cancelled. What is complete is kept; run again to go on where this run stopped.</source>
      <translation>Annulé. Ce qui est complet est conservé ; relancez pour reprendre là où cette exécution s'est arrêtée.</translation>
    </message>
    <message>
      <source>Cancelled: nothing was written.</source>
      <translation>Annulé : rien n'a été écrit.</translation>
    </message>
    <message>
      <source>Catalogue</source>
      <translation>Catalogue</translation>
    </message>
    <message>
      <source>Catalogue dock</source>
      <translation>Panneau Catalogue</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>Graphique</translation>
    </message>
    <message>
      <source>Choose a place and dates.</source>
      <translation>Choisissez un lieu et des dates.</translation>
    </message>
    <message>
      <source>Classes to mask</source>
      <translation>Classes à masquer</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Vider</translation>
    </message>
    <message>
      <source>Clear [%]</source>
      <translation>Ciel clair [%]</translation>
    </message>
    <message>
      <source>Cloud [%]</source>
      <translation>Nuages [%]</translation>
    </message>
    <message>
      <source>Cloud at most</source>
      <translation>Nuages max.</translation>
    </message>
    <message>
      <source>Cloud at most [%]</source>
      <translation>Nuages max. [%]</translation>
    </message>
    <message>
      <source>Cloud mask</source>
      <translation>Masque de nuages</translation>
    </message>
    <message>
      <source>Cloud shadow</source>
      <translation>Ombre de nuage</translation>
    </message>
    <message>
      <source>Cloud, high probability</source>
      <translation>Nuage, probabilité élevée</translation>
    </message>
    <message>
      <source>Cloud, medium probability</source>
      <translation>Nuage, probabilité moyenne</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.</source>
      <translation>Les pixels grossiers au-delà de cette valeur (-1 à 1) ne prennent pas part à l'ajustement de linear et tsharp.</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.</source>
      <translation>Les pixels grossiers au-delà de cette valeur (150-400 K) ne prennent pas part à l'ajustement de linear et tsharp.</translation>
    </message>
    <message>
      <source>Coarse pixels in the fit</source>
      <translation>Pixels grossiers de l'ajustement</translation>
    </message>
    <message>
      <source>Collection to search, needed for source stac.</source>
      <translation>Collection à interroger, nécessaire pour la source stac.</translation>
    </message>
    <message>
      <source>Colour bar, and the colour of missing data.</source>
      <translation>Barre de couleurs, et couleur des données manquantes.</translation>
    </message>
    <message>
      <source>Colour ramp</source>
      <translation>Palette de couleurs</translation>
    </message>
    <message>
      <source>Complete scenes</source>
      <translation>Scènes complètes</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>Composite</translation>
    </message>
    <message>
      <source>Composite series</source>
      <translation>Série de composites</translation>
    </message>
    <message>
      <source>Composites in the folder</source>
      <translation>Composites dans le dossier</translation>
    </message>
    <message>
      <source>Composites that failed</source>
      <translation>Composites en échec</translation>
    </message>
    <message>
      <source>Composite…</source>
      <translation>Composite…</translation>
    </message>
    <message>
      <source>Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.

All frames share one scale of colours: equal values have equal colours in every frame. What is missing or under cloud is grey, what lies outside the area white. Dates with too little to see are left out and named.

The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal Controller), and as a table of their means.</source>
      <translation>Calcule l'indice de chaque date sur une même grille, à partir de scènes Sentinel-2 ou Sentinel-3 ou de rasters, et dessine une carte pour chacune, avec titre, date, barre de couleurs, barre d'échelle, flèche du nord et contour de la zone.

Toutes les images partagent une même échelle de couleurs : à valeurs égales, couleurs égales dans chaque image. Ce qui manque ou se trouve sous les nuages est gris, ce qui est hors de la zone est blanc. Les dates où l'on voit trop peu sont écartées et signalées.

Les cartes peuvent aussi être obtenues en fichiers PNG, en rasters avec frames.qlr (un groupe daté pour le Contrôleur temporel) et en table de leurs moyennes.</translation>
    </message>
    <message>
      <source>Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its statistics in each zone: a polygon, or the pixel at a point.

A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how much was to see.

Smoothing adds a column and leaves the measured means as they are. The chart is one page without any other file.</source>
      <translation>Calcule l'indice de chaque date, à partir de scènes Sentinel-2 ou Sentinel-3 ou de rasters, et ses statistiques dans chaque zone : un polygone, ou le pixel situé sous un point.

Un pixel compte selon sa part exacte comprise dans la zone, afin que les petites parcelles ne soient pas jugées d'après les pixels dont elles contiennent par hasard le centre. Ce qui est sous les nuages ne compte pas ; valid_percent indique quelle part était visible.

Le lissage ajoute une colonne et laisse les moyennes mesurées telles quelles. Le graphique tient en une page, sans autre fichier.</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Connexions</translation>
    </message>
    <message>
      <source>Copernicus Data Space</source>
      <translation>Copernicus Data Space</translation>
    </message>
    <message>
      <source>Copied:</source>
      <translation>Copié :</translation>
    </message>
    <message>
      <source>Copied: {command}</source>
      <translation>Copié : {command}</translation>
    </message>
    <message>
      <source>Copy as command</source>
      <translation>Copier comme commande</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Copier le diagnostic</translation>
    </message>
    <message>
      <source>Correct the register</source>
      <translation>Corriger le calage géométrique</translation>
    </message>
    <message>
      <source>Correlation of the fit</source>
      <translation>Corrélation de l'ajustement</translation>
    </message>
    <message>
      <source>Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water and snow. Periods without any scene are rows with 0, so that gaps show.

The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the longest gaps, a map of the footprints and the size of the download.

Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of their correlation is arithmetic; vegetation of the cloud-free part is free of that.</source>
      <translation>Compte les scènes et les acquisitions par jour, semaine ou mois, avec la part moyenne de nuages, de végétation, d'eau et de neige. Les périodes sans aucune scène sont des lignes à 0, afin que les lacunes se voient.

Le rapport montre les décomptes, un calendrier, les nuages, les moyennes et leurs corrélations, les orbites, les tuiles, les plus longues lacunes, une carte des empreintes et la taille du téléchargement.

Les pourcentages sont ceux des scènes entières, tels que le catalogue les indique. Leur somme est 100, de sorte qu'une part de leur corrélation est arithmétique ; la végétation de la partie sans nuages y échappe.</translation>
    </message>
    <message>
      <source>Counts the scenes of an area by period, and shows what the archive holds.</source>
      <translation>Compte les scènes d'une zone par période, et montre ce que contient l'archive.</translation>
    </message>
    <message>
      <source>Coverage is a share of it.</source>
      <translation>La couverture est une part de cette zone.</translation>
    </message>
    <message>
      <source>Coverage of the area at least [%]</source>
      <translation>Couverture min. de la zone [%]</translation>
    </message>
    <message>
      <source>Covered [%]</source>
      <translation>Zone couverte [%]</translation>
    </message>
    <message>
      <source>Curve of the means</source>
      <translation>Courbe des moyennes</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Dates</translation>
    </message>
    <message>
      <source>Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, average or smoothing; the chart draws them hollow.</source>
      <translation>Les dates qui montrent moins d'une zone (0-100) restent dans la table avec used = false et n'entrent dans aucune ligne, moyenne ni lissage ; le graphique les dessine creuses.</translation>
    </message>
    <message>
      <source>Dates that were left out</source>
      <translation>Dates écartées</translation>
    </message>
    <message>
      <source>Dates with less of the area (0-100) to see are left out, and named.</source>
      <translation>Les dates dont la part visible de la zone (0-100) est inférieure sont écartées et signalées.</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <source>Day and night</source>
      <translation>Jour et nuit</translation>
    </message>
    <message>
      <source>Day or night</source>
      <translation>Jour ou nuit</translation>
    </message>
    <message>
      <source>Days apart at most</source>
      <translation>Écart max. en jours</translation>
    </message>
    <message>
      <source>Days with scenes</source>
      <translation>Jours avec des scènes</translation>
    </message>
    <message>
      <source>Degrees Celsius</source>
      <translation>Degrés Celsius</translation>
    </message>
    <message>
      <source>Download scenes</source>
      <translation>Télécharger des scènes</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>Téléchargements</translation>
    </message>
    <message>
      <source>Downloads one after the other, beside your work; the dock lists them</source>
      <translation>Les téléchargements se suivent l'un après l'autre pendant que vous travaillez ; le panneau en donne la liste</translation>
    </message>
    <message>
      <source>Download…</source>
      <translation>Télécharger…</translation>
    </message>
    <message>
      <source>Draws the mean of all dates beneath the map, with a cursor that moves.</source>
      <translation>Trace la moyenne de toutes les dates sous la carte, avec un curseur mobile.</translation>
    </message>
    <message>
      <source>Each pass</source>
      <translation>Chaque passage</translation>
    </message>
    <message>
      <source>Each scene gets a folder in it. Use the same one again to go on or to add.</source>
      <translation>Chaque scène y reçoit un dossier. Réutilisez le même pour reprendre ou compléter.</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>Environnement</translation>
    </message>
    <message>
      <source>Erode swath edges by [m]</source>
      <translation>Éroder les bords de fauchée de [m]</translation>
    </message>
    <message>
      <source>Error of degrade-and-restore (RMS) [K]</source>
      <translation>Erreur de dégradation-restauration (RMS) [K]</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <source>Fetches the files of scenes: the bands you need, verified, resumable.</source>
      <translation>Récupère les fichiers des scènes : les bandes voulues, vérifiées, avec reprise possible.</translation>
    </message>
    <message>
      <source>Fetching the picture…</source>
      <translation>Récupération de l'aperçu…</translation>
    </message>
    <message>
      <source>Field with the zones' names</source>
      <translation>Champ du nom des zones</translation>
    </message>
    <message>
      <source>Files downloaded</source>
      <translation>Fichiers téléchargés</translation>
    </message>
    <message>
      <source>Files fetched at the same time, 1-4: CDSE refuses more than four.</source>
      <translation>Fichiers récupérés en même temps, 1-4 : CDSE en refuse plus de quatre.</translation>
    </message>
    <message>
      <source>Files that failed</source>
      <translation>Fichiers en échec</translation>
    </message>
    <message>
      <source>Files that were here already</source>
      <translation>Fichiers déjà présents</translation>
    </message>
    <message>
      <source>Fills the column clear: the clear share of the area, from a coarse look at each scene's classification. Every remote scene needs a few small requests.</source>
      <translation>Remplit la colonne clear : la part de la zone à ciel clair, d'après une lecture grossière de la classification de chaque scène. Chaque scène distante demande quelques petites requêtes.</translation>
    </message>
    <message>
      <source>Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date by its valid share.</source>
      <translation>Remplit la colonne smoothed : savitzky_golay à pas régulier, ou whittaker, qui pondère chaque date par sa part valide.</translation>
    </message>
    <message>
      <source>Find scene pairs</source>
      <translation>Trouver des paires de scènes</translation>
    </message>
    <message>
      <source>Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time.</source>
      <translation>Trouve des scènes Sentinel-2 et Sentinel-3 du même terrain à peu près au même moment.</translation>
    </message>
    <message>
      <source>Finds the Sentinel scenes of an area and period as a layer of footprints.</source>
      <translation>Trouve les scènes Sentinel d'une zone et d'une période, sous forme d'une couche d'empreintes.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and animates its NDVI.</source>
      <translation>Trouve les scènes d'une zone et anime leur NDVI.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes a cloud-free image of each month.</source>
      <translation>Trouve les scènes d'une zone et fait une image sans nuages pour chaque mois.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes one cloud-free image of them.</source>
      <translation>Trouve les scènes d'une zone et en fait une image sans nuages.</translation>
    </message>
    <message>
      <source>Fine NDVI</source>
      <translation>NDVI (pixels fins)</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Folder (for source folder)</source>
      <translation>Dossier (pour la source folder)</translation>
    </message>
    <message>
      <source>Folder for pictures</source>
      <translation>Dossier des images</translation>
    </message>
    <message>
      <source>Folder for rasters</source>
      <translation>Dossier des rasters</translation>
    </message>
    <message>
      <source>Folder for several passes</source>
      <translation>Dossier pour plusieurs passages</translation>
    </message>
    <message>
      <source>Folder for the composites</source>
      <translation>Dossier des composites</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>Dossier des fichiers</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>Dossier de l'environnement</translation>
    </message>
    <message>
      <source>Folder of the series</source>
      <translation>Dossier de la série</translation>
    </message>
    <message>
      <source>Folder on this computer</source>
      <translation>Dossier de cet ordinateur</translation>
    </message>
    <message>
      <source>Folder with the scenes</source>
      <translation>Dossier des scènes</translation>
    </message>
    <message>
      <source>Footprint of the sensor [coarse pixels]</source>
      <translation>Empreinte du capteur [pixels grossiers]</translation>
    </message>
    <message>
      <source>For METHOD trees: rasters such as elevation, the first band of each.</source>
      <translation>Pour METHOD trees : des rasters comme l'altitude, la première bande de chacun.</translation>
    </message>
    <message>
      <source>For method percentile, 0-100: 25 by default, lower is darker and freer of clouds.</source>
      <translation>Pour la méthode percentile, 0-100 : 25 par défaut ; plus bas, le résultat est plus sombre et moins nuageux.</translation>
    </message>
    <message>
      <source>For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days since 1970-01-01.</source>
      <translation>Pour les méthodes medoid, max_ndvi et latest : une bande date, le jour de l'observation de chaque pixel en jours depuis le 1970-01-01.</translation>
    </message>
    <message>
      <source>For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.</source>
      <translation>Pour plusieurs passages : un GeoTIFF chacun, et passes.qlr, un groupe daté qui les réunit tous.</translation>
    </message>
    <message>
      <source>Format of dates</source>
      <translation>Format des dates</translation>
    </message>
    <message>
      <source>Frames of the animation</source>
      <translation>Images de l'animation</translation>
    </message>
    <message>
      <source>Further fine rasters (for trees)</source>
      <translation>Autres rasters fins (pour trees)</translation>
    </message>
    <message>
      <source>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)</source>
      <translation>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;PNG animé (*.png)</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of float32, no data where either source has none.</source>
      <translation>GeoTIFF (tif) en float32, NoData là où l'une des sources n'a pas de donnée.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.</source>
      <translation>GeoTIFF (tif) d'un passage : float32 en unités physiques, NoData là où rien n'a été mesuré par ciel clair.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768.</source>
      <translation>GeoTIFF (tif) de réflectance x 10000 avec l'échelle dans le fichier, NoData -32768.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.</source>
      <translation>GeoTIFF (tif) de réflectance x 10000, échelle dans le fichier, NoData -32768, dernière bande observations.</translation>
    </message>
    <message>
      <source>Given back exactly</source>
      <translation>Restitué exactement</translation>
    </message>
    <message>
      <source>Given back, interpolated</source>
      <translation>Restitué, interpolé</translation>
    </message>
    <message>
      <source>Gridded pass</source>
      <translation>Passage sur grille</translation>
    </message>
    <message>
      <source>Grow the cloud mask by [pixels]</source>
      <translation>Dilater le masque de nuages de [pixels]</translation>
    </message>
    <message>
      <source>Grow the mask by [m]</source>
      <translation>Dilater le masque de [m]</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
      <source>Height [pixels]</source>
      <translation>Hauteur [pixels]</translation>
    </message>
    <message>
      <source>Height of each frame (200-4096).</source>
      <translation>Hauteur de chaque image (200-4096).</translation>
    </message>
    <message>
      <source>Higher values have the same colour. Empty: the index's own (NDVI 1).</source>
      <translation>Les valeurs supérieures prennent la même couleur. Vide : celle de l'indice (NDVI 1).</translation>
    </message>
    <message>
      <source>Highest value of the colours</source>
      <translation>Valeur maximale des couleurs</translation>
    </message>
    <message>
      <source>How long each frame is shown (20-60000).</source>
      <translation>Durée d'affichage de chaque image (20-60000).</translation>
    </message>
    <message>
      <source>How one value is made of many. median ignores what is left of clouds; percentile is safer with few dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation (max_ndvi is not for water or snow).</source>
      <translation>Comment plusieurs valeurs en deviennent une. median ignore ce qui reste de nuages ; percentile est plus sûr avec peu de dates ; geomedian garde la cohérence entre les bandes ; medoid, max_ndvi et latest prennent une observation entière (max_ndvi ne convient ni à l'eau ni à la neige).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Imagerie</translation>
    </message>
    <message>
      <source>Import Sentinel-3</source>
      <translation>Importer Sentinel-3</translation>
    </message>
    <message>
      <source>Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.</source>
      <translation>Inclus, sous la forme 2023-05-31 ; jour solaire au centre de la zone. Facultatif pour un dossier seulement.</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>Indice</translation>
    </message>
    <message>
      <source>Index instead of bands</source>
      <translation>Indice au lieu des bandes</translation>
    </message>
    <message>
      <source>Index time series</source>
      <translation>Série temporelle d'indice</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>Installer</translation>
    </message>
    <message>
      <source>Installs the libraries that the other algorithms work with. Needed once.</source>
      <translation>Installe les bibliothèques avec lesquelles travaillent les autres algorithmes. Nécessaire une seule fois.</translation>
    </message>
    <message>
      <source>Intercept [K]</source>
      <translation>Ordonnée à l'origine [K]</translation>
    </message>
    <message>
      <source>Its interpreter</source>
      <translation>Son interpréteur</translation>
    </message>
    <message>
      <source>Keep older versions of an acquisition</source>
      <translation>Garder les anciennes versions d'une acquisition</translation>
    </message>
    <message>
      <source>Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else any.</source>
      <translation>Garde les passages où le soleil est au-dessus (day) ou au-dessous (night) de l'horizon. Vide : day pour Sentinel-3, sinon any (tous).</translation>
    </message>
    <message>
      <source>Kelvin</source>
      <translation>Kelvin</translation>
    </message>
    <message>
      <source>Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land surface temperature. Not every source has all.</source>
      <translation>Type de scène : réflectance de surface (L2A) ou au sommet de l'atmosphère (L1C) de Sentinel-2, ou température de surface terrestre de Sentinel-3. Toutes les sources n'offrent pas tous les types.</translation>
    </message>
    <message>
      <source>LST: surface temperature</source>
      <translation>LST : température de surface</translation>
    </message>
    <message>
      <source>Largest NDVI of the fit</source>
      <translation>NDVI max. de l'ajustement</translation>
    </message>
    <message>
      <source>Largest temperature of the fit [K]</source>
      <translation>Température max. de l'ajustement [K]</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <source>Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.</source>
      <translation>Couche (gpkg, geojson ou fgb) du terrain que montrent les deux, la meilleure paire en premier.</translation>
    </message>
    <message>
      <source>Layer of footprints (gpkg, geojson or fgb) that the other algorithms take.</source>
      <translation>Couche d'empreintes (gpkg, geojson ou fgb) que prennent les autres algorithmes.</translation>
    </message>
    <message>
      <source>Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.</source>
      <translation>Couche des scènes dont tous les fichiers sont présents (gpkg, geojson ou fgb), pour les autres algorithmes.</translation>
    </message>
    <message>
      <source>Least NDVI of the fit</source>
      <translation>NDVI min. de l'ajustement</translation>
    </message>
    <message>
      <source>Least correlation</source>
      <translation>Corrélation min.</translation>
    </message>
    <message>
      <source>Least observations</source>
      <translation>Nombre min. d'observations</translation>
    </message>
    <message>
      <source>Least temperature of the fit [K]</source>
      <translation>Température min. de l'ajustement [K]</translation>
    </message>
    <message>
      <source>Least valid share of a zone [%]</source>
      <translation>Part valide minimale d'une zone [%]</translation>
    </message>
    <message>
      <source>Least valid share of the area [%]</source>
      <translation>Part valide min. de la zone [%]</translation>
    </message>
    <message>
      <source>Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim of a swath may be odd in some bands.</source>
      <translation>Écarte tout ce qui se trouve à moins de ce nombre de mètres (0-10000) d'un terrain que le passage n'a pas vu : le bord d'une fauchée peut être aberrant dans certaines bandes.</translation>
    </message>
    <message>
      <source>Leaves out products that must be ordered before they can be downloaded.</source>
      <translation>Écarte les produits qui doivent être commandés avant de pouvoir être téléchargés.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Laissé de côté</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Légende</translation>
    </message>
    <message>
      <source>Linear in NDVI</source>
      <translation>Linéaire en NDVI</translation>
    </message>
    <message>
      <source>Local detail</source>
      <translation>Détail local</translation>
    </message>
    <message>
      <source>Local solar time</source>
      <translation>Heure solaire locale</translation>
    </message>
    <message>
      <source>Log of the installation</source>
      <translation>Journal de l'installation</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>Authentification</translation>
    </message>
    <message>
      <source>Login at CDSE</source>
      <translation>Authentification CDSE</translation>
    </message>
    <message>
      <source>Login at the catalogue</source>
      <translation>Authentification au catalogue</translation>
    </message>
    <message>
      <source>Lower values have the same colour. Empty: the index's own (NDVI 0).</source>
      <translation>Les valeurs inférieures prennent la même couleur. Vide : celle de l'indice (NDVI 0).</translation>
    </message>
    <message>
      <source>Lowest value of the colours</source>
      <translation>Valeur minimale des couleurs</translation>
    </message>
    <message>
      <source>MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area.</source>
      <translation>Tuiles MGRS séparées par des virgules, p. ex. 33TWL,33TXL ; peuvent remplacer une zone.</translation>
    </message>
    <message>
      <source>Make it anew</source>
      <translation>Recréer</translation>
    </message>
    <message>
      <source>Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.</source>
      <translation>Crée une animation GIF, MP4, WebP ou PNG du NDVI ou d'un autre indice.</translation>
    </message>
    <message>
      <source>Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is configured with): about 220 MB to download and 680 MB on disk, each package checked against its known hash.

QGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.

It is made in one piece: cancelled or failed, the one in use stays as it was.</source>
      <translation>Crée un environnement Python propre à l'extension à partir du Python Package Index (ou de l'index configuré pour pip) : environ 220 Mo à télécharger et 680 Mo sur le disque, chaque paquet étant vérifié par son hachage connu.

Le Python de QGIS n'est pas modifié. Sous Linux, l'interpréteur de QGIS est utilisé ; sous Windows, uv en récupère un parmi les versions autonomes de Python (standalone builds) sur GitHub. Le proxy et les certificats sont ceux de QGIS.

L'environnement est créé d'un seul tenant : en cas d'annulation ou d'échec, celui en service reste tel qu'il était.</translation>
    </message>
    <message>
      <source>Makes a cloud-free image of each month, season or year.</source>
      <translation>Crée une image sans nuages pour chaque mois, saison ou année.</translation>
    </message>
    <message>
      <source>Makes a table and a chart of NDVI or another index in zones over time.</source>
      <translation>Crée une table et un graphique du NDVI ou d'un autre indice par zone au cours du temps.</translation>
    </message>
    <message>
      <source>Makes one cloud-free image of the Sentinel-2 scenes of a period.</source>
      <translation>Crée une image sans nuages à partir des scènes Sentinel-2 d'une période.</translation>
    </message>
    <message>
      <source>Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface reflectance.

Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.

The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, a missed cloud may show: add dates.

Beside the raster lie a style and a STAC item that names the scenes and repeats the job.</source>
      <translation>Masque les nuages et leurs ombres d'après la classification de scène, fait de ce qui reste une seule valeur, pixel par pixel (la médiane, sauf si vous choisissez une autre règle), et écrit un GeoTIFF optimisé pour le cloud en réflectance de surface.

Les scènes de plusieurs tuiles et fuseaux UTM sont mises sur une même grille ; les tuiles d'un même passage comptent pour une observation. La nécessité du décalage de réflectance de la baseline de traitement 04.00 est décidée pour chaque produit.

La dernière bande, observations, indique combien de valeurs à ciel clair avait chaque pixel. S'il y en a moins de six, un nuage non détecté peut apparaître : ajoutez des dates.

À côté du raster se trouvent un style et un item STAC qui nomme les scènes et permet de répéter le traitement.</translation>
    </message>
    <message>
      <source>Masks everything within this many metres (0-10000) of a masked pixel, too.</source>
      <translation>Masque aussi tout ce qui se trouve à moins de ce nombre de mètres (0-10000) d'un pixel masqué.</translation>
    </message>
    <message>
      <source>Masks everything within this many swath pixels (0-100) of cloud, too.</source>
      <translation>Masque aussi tout ce qui se trouve à moins de ce nombre de pixels de fauchée (0-100) d'un nuage.</translation>
    </message>
    <message>
      <source>Measure clouds inside the area</source>
      <translation>Mesurer les nuages dans la zone</translation>
    </message>
    <message>
      <source>Median composite</source>
      <translation>Composite médian</translation>
    </message>
    <message>
      <source>Memory limit [MB]</source>
      <translation>Limite de mémoire [MB]</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <source>Method used</source>
      <translation>Méthode utilisée</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mois</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Plus…</translation>
    </message>
    <message>
      <source>Moves each pixel by its elevation times the tangent of the view angle. Only for products that place mountains as if they were flat; needs geometry_tn.nc.</source>
      <translation>Déplace chaque pixel de son altitude multipliée par la tangente de l'angle de visée. Seulement pour les produits qui placent les montagnes comme si elles étaient plates ; demande geometry_tn.nc.</translation>
    </message>
    <message>
      <source>Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report tells of it in any case.</source>
      <translation>Déplace les températures d'un demi-pixel grossier au plus, là où le NDVI s'ajuste nettement mieux. Le rapport l'indique dans tous les cas.</translation>
    </message>
    <message>
      <source>NDVI animation</source>
      <translation>Animation NDVI</translation>
    </message>
    <message>
      <source>NDVI from -1 to 1 with pixels finer than those of the temperature.</source>
      <translation>NDVI de -1 à 1, aux pixels plus fins que ceux de la température.</translation>
    </message>
    <message>
      <source>Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone.</source>
      <translation>Nom d'une bande, p. ex. B11, ou fraction de Sentinel-3 ; pour INDEX band seulement.</translation>
    </message>
    <message>
      <source>Names with commas, e.g. S2A,S2B.</source>
      <translation>Noms séparés par des virgules, p. ex. S2A,S2B.</translation>
    </message>
    <message>
      <source>Near real time (NR)</source>
      <translation>Quasi temps réel (NR)</translation>
    </message>
    <message>
      <source>Near-infrared reflectance (B08), on the same ground as red.</source>
      <translation>Réflectance dans le proche infrarouge (B08), sur le même terrain que le rouge.</translation>
    </message>
    <message>
      <source>Nearest pixel</source>
      <translation>Pixel le plus proche</translation>
    </message>
    <message>
      <source>Never subtract it</source>
      <translation>Ne jamais le soustraire</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Pas de données</translation>
    </message>
    <message>
      <source>No picture</source>
      <translation>Aucun aperçu</translation>
    </message>
    <message>
      <source>No program opens {place}.</source>
      <translation>Aucun programme n'ouvre {place}.</translation>
    </message>
    <message>
      <source>No scenes yet</source>
      <translation>Pas encore de scènes</translation>
    </message>
    <message>
      <source>Non-time-critical (NT)</source>
      <translation>Sans contrainte de temps (NT)</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <source>None: mask nothing</source>
      <translation>Aucune : ne rien masquer</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>Flèche du nord</translation>
    </message>
    <message>
      <source>Not installed</source>
      <translation>Non installé</translation>
    </message>
    <message>
      <source>Not vegetated</source>
      <translation>Sans végétation</translation>
    </message>
    <message>
      <source>Numbers with commas, e.g. 79,122.</source>
      <translation>Numéros séparés par des virgules, p. ex. 79,122.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products, codes with commas, e.g. PS1,LN2.</source>
      <translation>Pour les produits Sentinel-3, codes séparés par des virgules, p. ex. PS1,LN2.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, the best one of each acquisition is kept.</source>
      <translation>Pour les produits Sentinel-3 : NT sans contrainte de délai, ST délai court, NR quasi temps réel. Avec any, le meilleur de chaque acquisition est gardé.</translation>
    </message>
    <message>
      <source>Of a row of the table: day, week (ISO) or month. The report shows all three.</source>
      <translation>D'une ligne de la table : day (jour), week (semaine ISO) ou month (mois). Le rapport montre les trois.</translation>
    </message>
    <message>
      <source>Of the cloudier one of the two scenes (0-100), as far as it is known.</source>
      <translation>De la plus nuageuse des deux scènes (0-100), dans la mesure où c'est connu.</translation>
    </message>
    <message>
      <source>Of the whole tile, 0-100. Scenes that do not state it stay.</source>
      <translation>Sur toute la tuile, 0-100. Les scènes qui ne l'indiquent pas sont gardées.</translation>
    </message>
    <message>
      <source>Offered by searches and downloads. It lies in QGIS's encrypted store.</source>
      <translation>Proposée lors des recherches et des téléchargements. Conservée dans le stockage chiffré de QGIS.</translation>
    </message>
    <message>
      <source>One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the next year), all is one for all dates.</source>
      <translation>Un composite pour chaque période : dekad correspond à 10 jours, season à DJF, MAM, JJA, SON (décembre compte pour l'année suivante), all à un seul pour toutes les dates.</translation>
    </message>
    <message>
      <source>One raster for each tile</source>
      <translation>Un raster par tuile</translation>
    </message>
    <message>
      <source>One raster for the whole area</source>
      <translation>Un raster pour toute la zone</translation>
    </message>
    <message>
      <source>One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.</source>
      <translation>Une ligne par fichier (gpkg, geojson, fgb ou csv) : adresse, octets, vérification de la somme de contrôle, tentatives, erreur.</translation>
    </message>
    <message>
      <source>One row for each period; gpkg, geojson or csv.</source>
      <translation>Une ligne par période ; gpkg, geojson ou csv.</translation>
    </message>
    <message>
      <source>One row for each zone and date; gpkg, geojson or csv.</source>
      <translation>Une ligne par zone et par date ; gpkg, geojson ou csv.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Code à usage unique</translation>
    </message>
    <message>
      <source>Online only</source>
      <translation>En ligne uniquement</translation>
    </message>
    <message>
      <source>Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are searched without.</source>
      <translation>Seulement pour votre propre catalogue, s'il demande une authentification (Basic ou en-tête d'API) ; les catalogues intégrés s'interrogent sans.</translation>
    </message>
    <message>
      <source>Only so many scenes of each tile (and period), the clearest inside the area by their classification; 0 takes all. Fewer are faster.</source>
      <translation>Seulement ce nombre de scènes par tuile (et par période), les plus dégagées dans la zone d'après leur classification ; 0 les prend toutes. Moins il y en a, plus c'est rapide.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <source>Open in model designer…</source>
      <translation>Ouvrir dans le modeleur…</translation>
    </message>
    <message>
      <source>Open the group in QGIS</source>
      <translation>Ouvrir le groupe dans QGIS</translation>
    </message>
    <message>
      <source>Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 water or snow, 2 NDVI beyond the fit.</source>
      <translation>GeoTIFF (tif) facultatif : incertitude-type en K (l'intervalle à 90 % vaut 1,645 fois celle-ci), et indicateurs : 1 eau ou neige, 2 NDVI hors de l'ajustement.</translation>
    </message>
    <message>
      <source>Optional PNG of the result as its style shows it, at most 2000 pixels long.</source>
      <translation>PNG facultatif du résultat tel que son style le montre, de 2000 pixels de long au plus.</translation>
    </message>
    <message>
      <source>Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.</source>
      <translation>Couche facultative (gpkg, geojson ou fgb) des pixels grossiers : température, NDVI, utilisé ou non, résidu.</translation>
    </message>
    <message>
      <source>Optional page (html) with a chart of each zone.</source>
      <translation>Page facultative (html) avec un graphique par zone.</translation>
    </message>
    <message>
      <source>Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.</source>
      <translation>GeoTIFF (tif) facultatif en couleurs naturelles, 8 bits, en Web Mercator, pour cartes web et diapositives.</translation>
    </message>
    <message>
      <source>Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal Controller.</source>
      <translation>Facultatif : un GeoTIFF par date, et frames.qlr, un groupe qui les réunit tous, daté pour le Contrôleur temporel.</translation>
    </message>
    <message>
      <source>Optional: every frame as a PNG, named by its date.</source>
      <translation>Facultatif : chaque image au format PNG, nommée d'après sa date.</translation>
    </message>
    <message>
      <source>Optional: mean, median, 10th and 90th percentile and valid share by date.</source>
      <translation>Facultatif : moyenne, médiane, 10e et 90e percentiles et part valide par date.</translation>
    </message>
    <message>
      <source>Otherwise the animation stops after its last frame.</source>
      <translation>Sinon, l'animation s'arrête après sa dernière image.</translation>
    </message>
    <message>
      <source>Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of the ways below.</source>
      <translation>Sortie de « Trouver des paires de scènes » : la paire sélectionnée, ou la meilleure. Sa scène Sentinel-3 doit se trouver sur cet ordinateur. Avec elle, rien d'autre n'est nécessaire ; sans elle, il faut une température et un NDVI, chacun d'une des façons ci-dessous.</translation>
    </message>
    <message>
      <source>Output of Search scenes or a part of it; of several dates the median NDVI is taken.</source>
      <translation>Sortie de « Rechercher des scènes » ou une partie de celle-ci ; de plusieurs dates, le NDVI médian est pris.</translation>
    </message>
    <message>
      <source>Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier download, of which only what failed is fetched.</source>
      <translation>Sortie de « Rechercher des scènes » ou d'une recherche de paires, ou une partie de celle-ci ; ou la table d'un téléchargement antérieur, dont seul ce qui a échoué est récupéré.</translation>
    </message>
    <message>
      <source>Output of Search scenes with PRODUCT {product}, or any part of it.</source>
      <translation>Sortie de « Rechercher des scènes » avec PRODUCT {product}, ou une partie de celle-ci.</translation>
    </message>
    <message>
      <source>Output of Search scenes, or any part of it: selected, filtered or saved.</source>
      <translation>Sortie de « Rechercher des scènes », ou une partie de celle-ci : sélectionnée, filtrée ou enregistrée.</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>Fichiers PNG (*.png)</translation>
    </message>
    <message>
      <source>Page (html) that shows the fit, the maps and how far to trust them.</source>
      <translation>Page (html) qui montre l'ajustement, les cartes et dans quelle mesure s'y fier.</translation>
    </message>
    <message>
      <source>Page (html) with charts, calendar, tables and a map.</source>
      <translation>Page (html) avec graphiques, calendrier, tables et une carte.</translation>
    </message>
    <message>
      <source>Pair and sharpen</source>
      <translation>Appariement et affinage</translation>
    </message>
    <message>
      <source>Pair, to sharpen…</source>
      <translation>Apparier, pour affiner…</translation>
    </message>
    <message>
      <source>Pairs found</source>
      <translation>Paires trouvées</translation>
    </message>
    <message>
      <source>Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.</source>
      <translation>Apparie les scènes Sentinel-2 et Sentinel-3 d'un dossier et affine la température de la meilleure paire.</translation>
    </message>
    <message>
      <source>Pass by day</source>
      <translation>Passage de jour</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>Percentile</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Picture for the web</source>
      <translation>Image pour le web</translation>
    </message>
    <message>
      <source>Picture of the scene</source>
      <translation>Aperçu de la scène</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's own is 1000 m.</source>
      <translation>Taille de pixel en mètres ; si vous choisissez un SCR en degrés ou en pieds, dans son unité. Celle de l'instrument est de 1000 m.</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).</source>
      <translation>Taille de pixel en mètres ; si vous choisissez un SCR en degrés ou en pieds, dans son unité. Là où elle est plus grossière qu'une bande, la moyenne des pixels utilisables de la bande est prise (16 x 16 au plus).</translation>
    </message>
    <message>
      <source>Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.</source>
      <translation>Taille de pixel des cartes. Vide : autant de pixels que la largeur de la page, jamais plus fine que la source.</translation>
    </message>
    <message>
      <source>Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.</source>
      <translation>Taille de pixel du résultat dans l'unité du SCR des rasters fins. Vide : la leur ; 10 m pour des scènes.</translation>
    </message>
    <message>
      <source>Pixel size that is worked with. Empty: the source's own.</source>
      <translation>Taille de pixel utilisée pour le calcul. Vide : celle de la source.</translation>
    </message>
    <message>
      <source>Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.</source>
      <translation>Les pixels de ces classes de la classification de scène (SCL) ne sont pas utilisés. Choisissez none pour tous les utiliser.</translation>
    </message>
    <message>
      <source>Pixels outside are left empty.</source>
      <translation>Les pixels en dehors restent vides.</translation>
    </message>
    <message>
      <source>Pixels outside are white.</source>
      <translation>Les pixels en dehors sont blancs.</translation>
    </message>
    <message>
      <source>Play endlessly</source>
      <translation>Lire en boucle</translation>
    </message>
    <message>
      <source>Points to true north at the middle of the map.</source>
      <translation>Indique le nord géographique au centre de la carte.</translation>
    </message>
    <message>
      <source>Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the extent; without both, the scenes' footprints are taken.</source>
      <translation>Polygones (ou points) dans n'importe quel SCR ; les entités sélectionnées seulement, si la case est cochée. Prévaut sur l'emprise ; sans l'une ni l'autre, les empreintes des scènes sont prises.</translation>
    </message>
    <message>
      <source>Polygons drawn as a black line on top; by default the area of interest.</source>
      <translation>Polygones tracés d'un trait noir par-dessus ; par défaut, la zone d'intérêt.</translation>
    </message>
    <message>
      <source>Polygons or points in any CRS; each is a zone.</source>
      <translation>Polygones ou points dans n'importe quel SCR ; chacun est une zone.</translation>
    </message>
    <message>
      <source>Processing centres</source>
      <translation>Centres de traitement</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Produit</translation>
    </message>
    <message>
      <source>Proxy (QGIS's network settings)</source>
      <translation>Proxy (paramètres réseau de QGIS)</translation>
    </message>
    <message>
      <source>Puts Sentinel-3 surface temperature and NDVI on a map's grid.</source>
      <translation>Place la température de surface et le NDVI de Sentinel-3 sur la grille d'une carte.</translation>
    </message>
    <message>
      <source>Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks the pairs: first by hours between them, then by how much of the area both cover, then by cloud.

Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of the whole scene; of the two the larger counts.

Download scenes takes the layer as it is and fetches both scenes of each pair.</source>
      <translation>Place chaque scène Sentinel-2 à côté de chaque passage de jour de Sentinel-3 qui n'est pas trop éloigné dans le temps, et classe les paires : d'abord par les heures qui les séparent, puis par la part de la zone couverte par les deux, puis par les nuages.

Les nuages sont ceux de la zone si les couches les connaissent (« Mesurer les nuages dans la zone » de « Rechercher des scènes »), sinon ceux de la scène entière ; des deux valeurs, la plus grande compte.

« Télécharger des scènes » prend la couche telle quelle et récupère les deux scènes de chaque paire.</translation>
    </message>
    <message>
      <source>Puts the bands of one Sentinel-2 acquisition into one raster.</source>
      <translation>Réunit les bandes d'une acquisition Sentinel-2 dans un seul raster.</translation>
    </message>
    <message>
      <source>Python itself from the standalone builds on github.com</source>
      <translation>Python lui-même depuis les versions autonomes (standalone builds) sur github.com</translation>
    </message>
    <message>
      <source>Quarter</source>
      <translation>Trimestre</translation>
    </message>
    <message>
      <source>Range such as 09:00-15:00, mean solar time at the centre of the area.</source>
      <translation>Plage telle que 09:00-15:00, en temps solaire moyen au centre de la zone.</translation>
    </message>
    <message>
      <source>Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values themselves; those of several need described bands.</source>
      <translation>Rasters à la place de scènes. La date est celle de la plage de temps fixe de la couche, de la description de la bande, ou du nom du fichier (ndvi_2023-05-01.tif). Les rasters d'une bande contiennent les valeurs mêmes ; ceux de plusieurs demandent des bandes décrites.</translation>
    </message>
    <message>
      <source>Rasters made</source>
      <translation>Rasters créés</translation>
    </message>
    <message>
      <source>Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a pass; masks cloud; and puts each quantity on a north-up grid, in physical units.

Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated between the four around it. Nothing is drawn where nothing was measured.

NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a group of all with times for the Temporal Controller.</source>
      <translation>Lit les produits terrestres SLSTR (SL_2_LST) tels que téléchargés, dossiers ou zips ; réunit les granules d'un passage ; masque les nuages ; et place chaque grandeur sur une grille orientée au nord, en unités physiques.

Chaque pixel prend la mesure la plus proche, à trois quarts de kilomètre au plus, ou est interpolé entre les quatre qui l'entourent. Rien n'est dessiné là où rien n'a été mesuré.

Le NDVI n'existe que de jour. Les scènes de plusieurs passages demandent un dossier, qui contient alors aussi passes.qlr : un groupe qui les réunit tous, daté pour le Contrôleur temporel.</translation>
    </message>
    <message>
      <source>Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.

Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.</source>
      <translation>Lit les bandes choisies d'une acquisition, mosaïque ses tuiles, les découpe selon la zone et écrit un GeoTIFF optimisé pour le cloud en réflectance de surface, en couleurs naturelles (2-98 %) si les bandes le permettent.

Rien n'est masqué, sauf si des classes sont choisies. Plusieurs acquisitions sont refusées : utilisez « Composite médian ».</translation>
    </message>
    <message>
      <source>Ready models</source>
      <translation>Modèles prêts à l'emploi</translation>
    </message>
    <message>
      <source>Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>Rectangle à utiliser à la place d'une couche. Dans les scripts, écrivez xmin,xmax,ymin,ymax [EPSG:4326].</translation>
    </message>
    <message>
      <source>Red reflectance (B04), together with the near infrared.</source>
      <translation>Réflectance dans le rouge (B04), avec le proche infrarouge.</translation>
    </message>
    <message>
      <source>Reflectance offset</source>
      <translation>Décalage de réflectance</translation>
    </message>
    <message>
      <source>Regression trees</source>
      <translation>Arbres de régression</translation>
    </message>
    <message>
      <source>Relative orbits</source>
      <translation>Orbites relatives</translation>
    </message>
    <message>
      <source>Remove finished</source>
      <translation>Retirer les terminés</translation>
    </message>
    <message>
      <source>Replaces an environment that is there but does not work. Off by default.</source>
      <translation>Remplace un environnement présent mais qui ne fonctionne pas. Désactivé par défaut.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Rééchantillonnage</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>Résolution</translation>
    </message>
    <message>
      <source>Resolution [m]</source>
      <translation>Résolution [m]</translation>
    </message>
    <message>
      <source>Right at the middle of the map, on the ground.</source>
      <translation>Exacte au centre de la carte, au sol.</translation>
    </message>
    <message>
      <source>Rows of the table</source>
      <translation>Lignes de la table</translation>
    </message>
    <message>
      <source>SAFE products (folders or zips) and rasters beside STAC items, subfolders too.</source>
      <translation>Produits SAFE (dossiers ou zips) et rasters accompagnés d'items STAC, sous-dossiers compris.</translation>
    </message>
    <message>
      <source>STAC collection</source>
      <translation>Collection STAC</translation>
    </message>
    <message>
      <source>Same periods of all years together</source>
      <translation>Mêmes périodes de toutes les années réunies</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Échantillons</translation>
    </message>
    <message>
      <source>Satellite</source>
      <translation>Satellite</translation>
    </message>
    <message>
      <source>Satellites</source>
      <translation>Satellites</translation>
    </message>
    <message>
      <source>Saturated or defective</source>
      <translation>Saturé ou défectueux</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Barre d'échelle</translation>
    </message>
    <message>
      <source>Scene pairs</source>
      <translation>Paires de scènes</translation>
    </message>
    <message>
      <source>Scene statistics</source>
      <translation>Statistiques des scènes</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>Scènes</translation>
    </message>
    <message>
      <source>Scenes at most</source>
      <translation>Nombre max. de scènes</translation>
    </message>
    <message>
      <source>Scenes counted</source>
      <translation>Scènes comptées</translation>
    </message>
    <message>
      <source>Scenes found</source>
      <translation>Scènes trouvées</translation>
    </message>
    <message>
      <source>Scenes left out by filters</source>
      <translation>Scènes écartées par les filtres</translation>
    </message>
    <message>
      <source>Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay whole.</source>
      <translation>Les scènes situées en dehors sont écartées, et les GeoTIFF optimisés pour le cloud sont découpés selon la zone ; les fichiers propres à l'ESA restent entiers.</translation>
    </message>
    <message>
      <source>Scenes that contributed pixels</source>
      <translation>Scènes ayant fourni des pixels</translation>
    </message>
    <message>
      <source>Scenes that do not touch it are left out.</source>
      <translation>Les scènes qui ne touchent pas la zone sont écartées.</translation>
    </message>
    <message>
      <source>Scenes that miss it are not counted.</source>
      <translation>Les scènes qui ne touchent pas la zone ne sont pas comptées.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <source>Search and animation</source>
      <translation>Recherche et animation</translation>
    </message>
    <message>
      <source>Search and composite</source>
      <translation>Recherche et composite</translation>
    </message>
    <message>
      <source>Search and monthly series</source>
      <translation>Recherche et série mensuelle</translation>
    </message>
    <message>
      <source>Search scenes</source>
      <translation>Rechercher des scènes</translation>
    </message>
    <message>
      <source>Season</source>
      <translation>Saison</translation>
    </message>
    <message>
      <source>Select the scene to be shown.</source>
      <translation>Sélectionnez la scène à afficher.</translation>
    </message>
    <message>
      <source>Sentinel Toolkit</source>
      <translation>Sentinel Toolkit</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C: top of atmosphere</source>
      <translation>Sentinel-2 L1C : sommet de l'atmosphère</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A: surface reflectance</source>
      <translation>Sentinel-2 L2A : réflectance de surface</translation>
    </message>
    <message>
      <source>Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.</source>
      <translation>Bandes Sentinel-2 séparées par des virgules, p. ex. B04,B03,B02 ; all désigne les 12 de L2A. Moins il y en a, plus c'est rapide.</translation>
    </message>
    <message>
      <source>Sentinel-2 scenes</source>
      <translation>Scènes Sentinel-2</translation>
    </message>
    <message>
      <source>Sentinel-3 LST: surface temperature</source>
      <translation>Sentinel-3 LST : température de surface</translation>
    </message>
    <message>
      <source>Sentinel-3 scenes</source>
      <translation>Scènes Sentinel-3</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Séries</translation>
    </message>
    <message>
      <source>Set up environment</source>
      <translation>Installer l'environnement</translation>
    </message>
    <message>
      <source>Set up, repair, diagnostics…</source>
      <translation>Installation, réparation, diagnostic…</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Installer…</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>Installation</translation>
    </message>
    <message>
      <source>Share of the area inside the footprint, 0-100. 0 keeps all that touch it.</source>
      <translation>Part de la zone comprise dans l'empreinte, 0-100. 0 garde toutes celles qui la touchent.</translation>
    </message>
    <message>
      <source>Share of the area with data [%]</source>
      <translation>Part de la zone avec des données [%]</translation>
    </message>
    <message>
      <source>Share of the composites</source>
      <translation>Part des composites</translation>
    </message>
    <message>
      <source>Sharpened temperature</source>
      <translation>Température affinée</translation>
    </message>
    <message>
      <source>Sharpens surface temperature with finer NDVI, and says how far to trust it.</source>
      <translation>Affine la température de surface à l'aide d'un NDVI plus fin, et dit dans quelle mesure s'y fier.</translation>
    </message>
    <message>
      <source>Shift high ground towards the satellite</source>
      <translation>Décaler les reliefs vers le satellite</translation>
    </message>
    <message>
      <source>Short time critical (ST)</source>
      <translation>À court terme (ST)</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Afficher dans le dossier</translation>
    </message>
    <message>
      <source>Size [MB]</source>
      <translation>Taille [MB]</translation>
    </message>
    <message>
      <source>Slope [K per unit of the predictor]</source>
      <translation>Pente [K par unité du prédicteur]</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>Lissage</translation>
    </message>
    <message>
      <source>Snow or ice</source>
      <translation>Neige ou glace</translation>
    </message>
    <message>
      <source>Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid (or on each tile's own).

The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all with times for the Temporal Controller, which can be dragged into any project.

Run it again with the same folder to go on: what is finished is not made again, and more dates may be added. A composite that fails is named, and made by the next run.</source>
      <translation>Répartit les scènes en périodes et fait un composite de chacune, comme « Composite médian », tous sur une même grille (ou sur celle de chaque tuile).

Le dossier contient ensuite un GeoTIFF optimisé pour le cloud et un item STAC pour chacun, un raster virtuel par période, une collection STAC, une planche-contact, une page qui en donne la liste, et composites.qlr : un groupe qui les réunit tous, daté pour le Contrôleur temporel, à glisser dans n'importe quel projet.

Relancez avec le même dossier pour continuer : ce qui est terminé n'est pas refait, et d'autres dates peuvent s'ajouter. Un composite qui échoue est signalé, et refait à l'exécution suivante.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Split by tiles</source>
      <translation>Découper par tuiles</translation>
    </message>
    <message>
      <source>Stack bands</source>
      <translation>Empiler des bandes</translation>
    </message>
    <message>
      <source>Stacked bands</source>
      <translation>Bandes empilées</translation>
    </message>
    <message>
      <source>Stands above every map. Empty: the index and the satellite.</source>
      <translation>Figure au-dessus de chaque carte. Vide : l'indice et le satellite.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistiques</translation>
    </message>
    <message>
      <source>Statistics…</source>
      <translation>Statistiques…</translation>
    </message>
    <message>
      <source>Strict: any cloud test</source>
      <translation>Strict : tout test de nuage</translation>
    </message>
    <message>
      <source>Summary of the cloud tests</source>
      <translation>Synthèse des tests de nuages</translation>
    </message>
    <message>
      <source>Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, or the first.</source>
      <translation>Température de surface en K ou °C, par temps clair, p. ex. la sortie d'« Importer Sentinel-3 » ; la bande LST, ou la première.</translation>
    </message>
    <message>
      <source>Table of files</source>
      <translation>Table des fichiers</translation>
    </message>
    <message>
      <source>Table of means</source>
      <translation>Table des moyennes</translation>
    </message>
    <message>
      <source>Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is never fetched again, and what was interrupted goes on where it stopped: run the same job again.

From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary Computer only the part of each band that lies in the area.

The layer of complete scenes is what the other algorithms take. The table has a row for each file, with its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.</source>
      <translation>Prend une partie quelconque d'une couche de scènes et récupère dans un même dossier les fichiers que vous indiquez. Ce qui est complet n'est jamais récupéré à nouveau, et ce qui a été interrompu reprend là où il s'est arrêté : relancez le même traitement.

Depuis CDSE, ce sont des produits entiers ou des fichiers isolés qui sont récupérés, avec votre compte ; depuis Earth Search et Planetary Computer, seulement la partie de chaque bande située dans la zone.

La couche des scènes complètes est celle que prennent les autres algorithmes. La table a une ligne par fichier, avec la vérification de sa somme de contrôle et la cause d'un éventuel échec ; donnez-la comme « Scènes » à cet algorithme pour ne récupérer que ce qui a échoué.</translation>
    </message>
    <message>
      <source>Tells the zones apart. Empty: the features' numbers.</source>
      <translation>Distingue les zones. Vide : les numéros des entités.</translation>
    </message>
    <message>
      <source>Terrain shadow</source>
      <translation>Ombre du relief</translation>
    </message>
    <message>
      <source>The Python environment for the work is missing. It is set up once, before the first job.</source>
      <translation>L'environnement Python des traitements est absent. Il s'installe une seule fois, avant le premier traitement.</translation>
    </message>
    <message>
      <source>The Temporal Controller shows the {count} layers one by one.</source>
      <translation>Le contrôleur temporel affiche les {count} couches une à une.</translation>
    </message>
    <message>
      <source>The band named below</source>
      <translation>La bande nommée ci-dessous</translation>
    </message>
    <message>
      <source>The composites go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Les composites vont dans un dossier temporaire : QGIS le supprime à sa fermeture.</translation>
    </message>
    <message>
      <source>The date of each frame, in its upper right corner.</source>
      <translation>La date de chaque image, dans son coin supérieur droit.</translation>
    </message>
    <message>
      <source>The environment is ready.</source>
      <translation>L'environnement est prêt.</translation>
    </message>
    <message>
      <source>The file's suffix decides: gif, mp4, webp or png.</source>
      <translation>Le suffixe du fichier décide : gif, mp4, webp ou png.</translation>
    </message>
    <message>
      <source>The files go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Les fichiers vont dans un dossier temporaire : QGIS le supprime à sa fermeture.</translation>
    </message>
    <message>
      <source>The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the median of NDVI. Empty: the bands.</source>
      <translation>L'indice de chaque scène est combiné au cours du temps, au lieu des bandes : le NDVI d'une médiane n'est pas la médiane des NDVI. Vide : les bandes.</translation>
    </message>
    <message>
      <source>The job works in smaller blocks to stay below it; at least 64, useful from 512 on.</source>
      <translation>Le traitement se fait par blocs plus petits pour rester en dessous ; au moins 64, utile à partir de 512.</translation>
    </message>
    <message>
      <source>The layer of scenes is gone: search again.</source>
      <translation>La couche de scènes n'existe plus : relancez la recherche.</translation>
    </message>
    <message>
      <source>The oldest ones are kept. 10000 by default.</source>
      <translation>Les plus anciennes sont gardées. 10000 par défaut.</translation>
    </message>
    <message>
      <source>The search as a qgis_process command, into the clipboard</source>
      <translation>La recherche sous forme de commande qgis_process, dans le presse-papiers</translation>
    </message>
    <message>
      <source>The selected acquisition in true colour: of the area only, where one is set</source>
      <translation>L'acquisition sélectionnée en couleurs naturelles : la zone seulement, si elle est définie</translation>
    </message>
    <message>
      <source>The six digits that your authenticator shows, where your CDSE account asks for them. Works once.</source>
      <translation>Les six chiffres affichés par votre application d'authentification, si votre compte CDSE les demande. Ne sert qu'une fois.</translation>
    </message>
    <message>
      <source>The temporary folder {folder} could not be deleted.</source>
      <translation>Le dossier temporaire {folder} n'a pas pu être supprimé.</translation>
    </message>
    <message>
      <source>The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its known hash.

From: {hosts}. Proxy and certificates are QGIS's.
Folder: {folder}</source>
      <translation>Les traitements s'exécutent dans un environnement Python propre à l'extension, à côté de QGIS : le Python de QGIS n'est pas modifié. Cet environnement est récupéré une seule fois : environ {download} Mo à télécharger, {disk} Mo sur le disque, chaque paquet étant vérifié par son hachage connu.

Source : {hosts}. Le proxy et les certificats sont ceux de QGIS.
Dossier : {folder}</translation>
    </message>
    <message>
      <source>Thermal</source>
      <translation>Thermique</translation>
    </message>
    <message>
      <source>Thermal sharpening</source>
      <translation>Affinage thermique</translation>
    </message>
    <message>
      <source>Thin cirrus</source>
      <translation>Cirrus fins</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>Tuile</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>Date (UTC)</translation>
    </message>
    <message>
      <source>Time of a frame [ms]</source>
      <translation>Durée d'une image [ms]</translation>
    </message>
    <message>
      <source>Time series</source>
      <translation>Série temporelle</translation>
    </message>
    <message>
      <source>Timeliness</source>
      <translation>Délai de livraison</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>True colour</source>
      <translation>Couleurs naturelles</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>TsHARP: linear in the fraction of vegetation</source>
      <translation>TsHARP : linéaire en fraction de végétation</translation>
    </message>
    <message>
      <source>URL of the STAC API for source stac; replaces the built-in address of the other catalogues.</source>
      <translation>URL de l'API STAC pour la source stac ; remplace l'adresse intégrée des autres catalogues.</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incertitude</translation>
    </message>
    <message>
      <source>Unclassified</source>
      <translation>Non classé</translation>
    </message>
    <message>
      <source>Unit of temperatures</source>
      <translation>Unité des températures</translation>
    </message>
    <message>
      <source>Unit of the result</source>
      <translation>Unité du résultat</translation>
    </message>
    <message>
      <source>Unit of the sharpened temperature and of the report: kelvin or celsius.</source>
      <translation>Unité de la température affinée et du rapport : kelvin ou celsius.</translation>
    </message>
    <message>
      <source>Use the same one again to go on, or to add dates.</source>
      <translation>Réutilisez le même pour reprendre, ou pour ajouter des dates.</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Variables</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>Végétation</translation>
    </message>
    <message>
      <source>Versions and folders as Markdown, for a report of a problem</source>
      <translation>Versions et dossiers au format Markdown, pour signaler un problème</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Eau</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Semaine</translation>
    </message>
    <message>
      <source>What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.</source>
      <translation>Ce qui est montré de chaque date. LST est la température de surface de Sentinel-3 ; band est la bande indiquée ci-dessous.</translation>
    </message>
    <message>
      <source>What the model leaves</source>
      <translation>Résidu du modèle</translation>
    </message>
    <message>
      <source>What the model leaves of the coarse pixels (RMS) [K]</source>
      <translation>Résidu du modèle sur les pixels grossiers (RMS) [K]</translation>
    </message>
    <message>
      <source>Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.</source>
      <translation>Là où un pixel a moins d'observations à ciel clair, des scènes sont ajoutées au-delà des meilleures, en commençant par la meilleure.</translation>
    </message>
    <message>
      <source>Where to look: earth_search and planetary_computer (files that are read where they are, no account), cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC API, or a folder.</source>
      <translation>Où chercher : earth_search et planetary_computer (fichiers lus là où ils se trouvent, sans compte), cdse et cdse_odata (produits propres à l'ESA, récupérés par « Télécharger des scènes » avec un compte), une autre API STAC, ou un dossier.</translation>
    </message>
    <message>
      <source>Width [pixels]</source>
      <translation>Largeur [pixels]</translation>
    </message>
    <message>
      <source>Width of each frame (200-4096).</source>
      <translation>Largeur de chaque image (200-4096).</translation>
    </message>
    <message>
      <source>With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).</source>
      <translation>Séparés par des virgules, p. ex. B04,B08,SCL ; product désigne le produit entier. Vide : ce dont les autres algorithmes ont besoin (B02,B03,B04,B08,SCL pour L2A, le produit pour L1C, la température et les indicateurs pour Sentinel-3).</translation>
    </message>
    <message>
      <source>With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.</source>
      <translation>Séparées par des virgules, une bande chacune : LST et LST_uncertainty (K), NDVI, fraction (de végétation), biome, TCWV (vapeur d'eau, kg/m2), elevation (altitude, m), view_zenith (degrés), independent (0 là où un pixel est une copie de son voisin), et les indicateurs exception, confidence, cloud, bayes sous forme de bits.</translation>
    </message>
    <message>
      <source>With the selected scenes, or all of them</source>
      <translation>Avec les scènes sélectionnées, ou toutes les scènes</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Exécution</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>Année</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>Zones</translation>
    </message>
    <message>
      <source>and near infrared</source>
      <translation>et proche infrarouge</translation>
    </message>
    <message>
      <source>animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3</source>
      <translation>animation,vidéo,video,gif,mp4,série temporelle,time series,accéléré,timelapse,ndvi,indice,lst,contrôleur temporel,temporal controller,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply always subtracts, none never does.</source>
      <translation>auto décide pour chaque produit s'il faut soustraire 1000 (la couche de scènes dit pourquoi) ; apply soustrait toujours, none jamais.</translation>
    </message>
    <message>
      <source>auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.</source>
      <translation>auto affine par le détail local là où les données montrent un lien, et interpole là où elles n'en montrent pas. linear est une droite en fonction du NDVI, tsharp passe par la fraction de végétation, trees utilise des arbres de régression.</translation>
    </message>
    <message>
      <source>auto takes the summary flag and the probabilistic mask (every test in old products without it); summary and bayesian take one of them; strict masks what any test marks; none masks nothing.</source>
      <translation>auto prend l'indicateur de synthèse et le masque probabiliste (tous les tests pour les anciens produits qui en sont dépourvus) ; summary et bayesian prennent l'un ou l'autre ; strict masque ce que signale n'importe quel test ; none ne masque rien.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</source>
      <translation>bandes,bands,couleurs naturelles,true colour,rgb,rvb,découper,clip,mosaïque,réflectance,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>cancelled; what is complete is kept</source>
      <translation>annulé ; ce qui est complet est conservé</translation>
    </message>
    <message>
      <source>cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance</source>
      <translation>sans nuages,cloud-free,cloudless,mosaïque,composite,médiane,median,sentinel-2,copernicus,réflectance</translation>
    </message>
    <message>
      <source>failed: {error}</source>
      <translation>échec : {error}</translation>
    </message>
    <message>
      <source>geometric median</source>
      <translation>médiane géométrique</translation>
    </message>
    <message>
      <source>install,environment,dependencies,python,repair</source>
      <translation>installer,install,environnement,dépendances,python,réparer</translation>
    </message>
    <message>
      <source>kelvin or celsius, for LST alone.</source>
      <translation>kelvin ou celsius, pour LST seulement.</translation>
    </message>
    <message>
      <source>latest</source>
      <translation>la plus récente</translation>
    </message>
    <message>
      <source>linear and tsharp are refused unless r is at most minus this (0-1).</source>
      <translation>linear et tsharp sont refusés, sauf si r est inférieur ou égal à l'opposé de cette valeur (0-1).</translation>
    </message>
    <message>
      <source>lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</source>
      <translation>lst,température de surface,surface temperature,affinage,sharpening,downscaling,désagrégation,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</translation>
    </message>
    <message>
      <source>maximum NDVI</source>
      <translation>NDVI maximal</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>moyenne</translation>
    </message>
    <message>
      <source>median</source>
      <translation>médiane</translation>
    </message>
    <message>
      <source>medoid</source>
      <translation>médoïde</translation>
    </message>
    <message>
      <source>model,chain,workflow,sentinel-2,sentinel-3,copernicus</source>
      <translation>modèle,model,chaîne,enchaînement,workflow,sentinel-2,sentinel-3,copernicus</translation>
    </message>
    <message>
      <source>monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</source>
      <translation>mensuel,saisonnier,annuel,série temporelle,time series,sans nuages,cloud-free,mosaïque,composite,médiane,median,sentinel-2,tuiles</translation>
    </message>
    <message>
      <source>nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.</source>
      <translation>nearest garde les valeurs mesurées ; bilinear interpole, mais jamais à travers les nuages ni entre des codes.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM zone unless a CRS is chosen: for large areas.</source>
      <translation>none fait un seul raster pour toute la zone ; mgrs un par tuile Sentinel-2, dans son propre fuseau UTM sauf si un SCR est choisi (CRS) : pour les grandes zones.</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>non définie</translation>
    </message>
    <message>
      <source>or Sentinel-2 scenes</source>
      <translation>ou scènes Sentinel-2</translation>
    </message>
    <message>
      <source>or a Sentinel-3 product (.SEN3 or zip)</source>
      <translation>ou un produit Sentinel-3 (.SEN3 ou zip)</translation>
    </message>
    <message>
      <source>or a folder of rasters</source>
      <translation>ou un dossier de rasters</translation>
    </message>
    <message>
      <source>or coarse temperature</source>
      <translation>ou température (pixels grossiers)</translation>
    </message>
    <message>
      <source>or extent</source>
      <translation>ou emprise</translation>
    </message>
    <message>
      <source>or one product (.SEN3 or zip)</source>
      <translation>ou un produit (.SEN3 ou zip)</translation>
    </message>
    <message>
      <source>or rasters</source>
      <translation>ou rasters</translation>
    </message>
    <message>
      <source>or red</source>
      <translation>ou rouge</translation>
    </message>
    <message>
      <source>pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</source>
      <translation>paires,pairs,apparier,match,même jour,sentinel-2,sentinel-3,thermique,lst,affinage,sharpening</translation>
    </message>
    <message>
      <source>percentile {number}</source>
      <translation>percentile {number}</translation>
    </message>
    <message>
      <source>scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their passes.</source>
      <translation>scene produit une image par passage ; day (jour), week (semaine), dekad (décade, 10 jours) et month (mois), une image de la médiane de leurs passages.</translation>
    </message>
    <message>
      <source>selected only</source>
      <translation>sélection seulement</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,télécharger,téléchargement,download,récupérer,bande,produit,reprendre,SAFE,COG</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,rechercher,recherche,search,empreinte,footprint,SAFE,earth search,planetary computer,nuage,cloud</translation>
    </message>
    <message>
      <source>sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus</source>
      <translation>sentinel-3,slstr,lst,température de surface,land surface temperature,ndvi,fauchée,swath,netcdf,sen3,géocoder,geocode,copernicus</translation>
    </message>
    <message>
      <source>smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; none leaves it out.</source>
      <translation>smooth le restitue, interpolé ; exact, jusqu'à ce que la moyenne de chaque pixel grossier soit celle mesurée ; none l'omet.</translation>
    </message>
    <message>
      <source>statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</source>
      <translation>statistiques,statistics,archive,disponibilité,calendrier,nuage,cloud,revisite,revisit,rapport,copernicus,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>the Python Package Index, or the index that pip is configured with</source>
      <translation>le Python Package Index, ou l'index configuré pour pip</translation>
    </message>
    <message>
      <source>the extent below</source>
      <translation>l'emprise ci-dessous</translation>
    </message>
    <message>
      <source>time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</source>
      <translation>série temporelle,time series,statistiques de zones,zonal statistics,ndvi,indice,graphique,lissage,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en attente</translation>
    </message>
    <message>
      <source>{composite} (all years; times in the nominal year 2000)</source>
      <translation>{composite} (toutes les années ; dates dans l'année nominale 2000)</translation>
    </message>
    <message>
      <source>{count} scenes found.</source>
      <translation>{count} scène(s) trouvée(s).</translation>
    </message>
    <message>
      <source>{count} scenes into {place}</source>
      <translation>{count} scène(s) vers {place}</translation>
    </message>
    <message>
      <source>{day}: {count} scenes, least cloud {cloud}</source>
      <translation>{day} : {count} scène(s), nuages min. {cloud}</translation>
    </message>
    <message>
      <source>{downloaded} fetched, {skipped} here before, {failed} failed</source>
      <translation>fichiers : {downloaded} téléchargé(s), {skipped} déjà présent(s), {failed} en échec</translation>
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
      <translation>{name} est sur la carte.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{satellite} scenes</source>
      <translation>Scènes {satellite}</translation>
    </message>
    <message>
      <source>{what} ready</source>
      <translation>{what} : prêt</translation>
    </message>
    <message>
      <source>σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.</source>
      <translation>σ de ce que le capteur voit au-delà de son pixel (0-1), pour local. Vide : déterminé à partir des données.</translation>
    </message>
  </context>
</TS>
