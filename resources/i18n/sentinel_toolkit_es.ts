<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
  <context>
    <name>SentinelToolkit</name>
    <message>
      <source>10 days (dekad)</source>
      <translation>10 días (década)</translation>
    </message>
    <message>
      <source>3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, make the whole; finish then writes what shows them all. Empty: all.</source>
      <translation>3/100 crea la tercera de cien partes y nada más, de modo que muchas ejecuciones, en muchos equipos, crean el conjunto; finish escribe después lo que los muestra todos. Vacío: todos.</translation>
    </message>
    <message>
      <source>A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day.</source>
      <translation>Una carpeta .SEN3 de SL_2_LST, el xfdumanifest.xml que contiene, o un zip; de día.</translation>
    </message>
    <message>
      <source>A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.</source>
      <translation>Una carpeta .SEN3, el xfdumanifest.xml que contiene, o un zip, en lugar de escenas.</translation>
    </message>
    <message>
      <source>A Python that has the libraries, instead of the plugin's own. Empty: its own.</source>
      <translation>Un Python que tenga las bibliotecas, en lugar del propio del complemento. Vacío: el propio.</translation>
    </message>
    <message>
      <source>A model to use as it is, or to take further: right-click, Open in model designer.</source>
      <translation>Un modelo para usar tal cual o para ampliarlo: clic derecho, «Abrir en el diseñador de modelos».</translation>
    </message>
    <message>
      <source>A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. Empty: the index's own.</source>
      <translation>Un nombre de Matplotlib, p. ej. RdYlGn, viridis, inferno, BrBG; con _r se invierte. Vacío: la propia del índice.</translation>
    </message>
    <message>
      <source>Acquisitions counted</source>
      <translation>Adquisiciones contadas</translation>
    </message>
    <message>
      <source>Add a band with the date</source>
      <translation>Añadir una banda con la fecha</translation>
    </message>
    <message>
      <source>Add to map</source>
      <translation>Añadir al mapa</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>Añadir a la cola</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.</source>
      <translation>Dirección de un planificador de Dask, p. ej. tcp://10.0.0.1:8786, cuyos trabajadores comparten el trabajo; local:4 inicia cuatro procesos en este equipo; gateway+https://… encuentra clústeres detrás de Dask Gateway. Vacío: este equipo.</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, offered by composites. Empty: this computer.</source>
      <translation>Dirección de un planificador de Dask, que se propone en los compuestos. Vacío: este equipo.</translation>
    </message>
    <message>
      <source>Address of the catalogue</source>
      <translation>Dirección del catálogo</translation>
    </message>
    <message>
      <source>Adds the layers to the project, as a group with times for the Temporal Controller.</source>
      <translation>Añade las capas al proyecto, como un grupo con tiempos para el Controlador temporal.</translation>
    </message>
    <message>
      <source>All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.</source>
      <translation>Todos los eneros forman un compuesto, y así sucesivamente. Su tiempo en QGIS se sitúa en el año nominal 2000.</translation>
    </message>
    <message>
      <source>All dates together</source>
      <translation>Todas las fechas juntas</translation>
    </message>
    <message>
      <source>All parameters of the search</source>
      <translation>Todos los parámetros de la búsqueda</translation>
    </message>
    <message>
      <source>All rasters in a folder, dated as above; its subfolders do not count.</source>
      <translation>Todos los rásteres de una carpeta, fechados como arriba; sus subcarpetas no cuentan.</translation>
    </message>
    <message>
      <source>Always subtract it</source>
      <translation>Restarlo siempre</translation>
    </message>
    <message>
      <source>Animate…</source>
      <translation>Animar…</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>Animación</translation>
    </message>
    <message>
      <source>Another STAC catalogue</source>
      <translation>Otro catálogo STAC</translation>
    </message>
    <message>
      <source>Another interpreter</source>
      <translation>Otro intérprete</translation>
    </message>
    <message>
      <source>Answers of catalogues are fetched again when they are needed.</source>
      <translation>Las respuestas de los catálogos se vuelven a obtener cuando hacen falta.</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Cualquiera</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Área</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Área de interés</translation>
    </message>
    <message>
      <source>As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.</source>
      <translation>Como en strftime, p. ej. %d.%m.%Y o %B %Y. Vacío: 2023-05-01, o la etiqueta del periodo.</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Consultar de nuevo</translation>
    </message>
    <message>
      <source>Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, tile, orbit, cloud, how much of the area it covers and what else is known.

Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.

Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.

Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept for some hours, so that the same search costs nothing, and works without a network.</source>
      <translation>Consulta un catálogo, o recorre una carpeta, y devuelve una capa con una huella por escena: hora, tesela, órbita, nubosidad, cuánto del área cubre y lo demás que se sepa.

Se puede filtrar y seleccionar como cualquier capa; los demás algoritmos la toman, entera o en parte, como «Escenas».

Los catálogos necesitan fechas y un área. Earth Search y Planetary Computer ofrecen archivos que los demás algoritmos leen donde están; lo que enumera CDSE se descarga primero con «Descargar escenas». En una carpeta se encuentran productos SAFE (carpetas o zip) y archivos GeoTIFF o JP2 junto a elementos STAC.

De varias versiones de una adquisición solo se conserva la más reciente, salvo que las pida todas. Las respuestas se guardan unas horas, de modo que repetir la misma búsqueda no cuesta nada y funciona sin red.</translation>
    </message>
    <message>
      <source>Asks the catalogue even where the same question was answered within the last hours. The answers are kept for work without a network.</source>
      <translation>Consulta el catálogo aunque la misma pregunta se haya respondido en las últimas horas. Las respuestas se guardan para poder trabajar sin red.</translation>
    </message>
    <message>
      <source>Authentication configuration (Basic) with user name and password of your CDSE account. Other sources need none.</source>
      <translation>Configuración de autenticación (Basic) con el nombre de usuario y la contraseña de su cuenta de CDSE. Las demás fuentes no la necesitan.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <source>Band (for index band)</source>
      <translation>Banda (para el índice band)</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandas</translation>
    </message>
    <message>
      <source>Bands or files</source>
      <translation>Bandas o archivos</translation>
    </message>
    <message>
      <source>Bayesian</source>
      <translation>Bayesiana</translation>
    </message>
    <message>
      <source>Best scenes of each tile</source>
      <translation>Mejores escenas de cada tesela</translation>
    </message>
    <message>
      <source>Between the two passes (0-366); half an hour is common for the same day.</source>
      <translation>Entre las dos pasadas (0-366); media hora es lo habitual en un mismo día.</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilineal</translation>
    </message>
    <message>
      <source>Boundary to draw</source>
      <translation>Contorno a dibujar</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>De día</translation>
    </message>
    <message>
      <source>By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only interpolated, and says so.

The link is tested: temperatures are made coarser still, sharpened back, and compared with what they were. The report shows the fit, the maps, this test and the uncertainty of a pixel.

Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields of the same NDVI look the same to the method, water and snow are only interpolated.</source>
      <translation>De día, el terreno con más vegetación está más fresco. Donde los datos muestran esta relación en detalle, un NDVI más fino indica en qué parte de un píxel grueso hace más calor y en cuál menos. Donde no, el resultado solo se interpola, y así se indica.

La relación se pone a prueba: las temperaturas se hacen aún más gruesas, se refinan de nuevo y se comparan con las originales. El informe muestra el ajuste, los mapas, esta prueba y la incertidumbre de un píxel.

El detalle más fino que la vigésima parte de un píxel grueso es sobre todo textura del NDVI. Las parcelas regadas y las secas con el mismo NDVI son iguales para el método; el agua y la nieve solo se interpolan.</translation>
    </message>
    <message>
      <source>By default only the newest processing of each acquisition is kept.</source>
      <translation>Por defecto solo se conserva el procesamiento más reciente de cada adquisición.</translation>
    </message>
    <message>
      <source>By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.</source>
      <translation>Por defecto el de las escenas, o la zona UTM del centro del área si las escenas difieren.</translation>
    </message>
    <message>
      <source>By default the UTM zone of the area's centre.</source>
      <translation>Por defecto la zona UTM del centro del área.</translation>
    </message>
    <message>
      <source>By night</source>
      <translation>De noche</translation>
    </message>
    <message>
      <source>CRS of the result</source>
      <translation>SRC del resultado</translation>
    </message>
    <message>
      <source>Cache</source>
      <translation>Caché</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Cancel download</source>
      <translation>Cancelar descarga</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Cancelado.</translation>
    </message>
    <message>
      <source>Cancelled. Finished composites are kept; run again to go on where this run stopped.</source>
      <translation>Cancelado. Los compuestos terminados se conservan; vuelva a ejecutar para continuar donde se detuvo esta ejecución.</translation>
    </message>
    <message>
      <source>Cancelled. What is complete is kept; run again to go on where this run stopped.</source>
      <translation>Cancelado. Lo que está completo se conserva; vuelva a ejecutar para continuar donde se detuvo esta ejecución.</translation>
    </message>
    <message>
      <source>Cancelled: nothing was written.</source>
      <translation>Cancelado: no se ha escrito nada.</translation>
    </message>
    <message>
      <source>Catalogue</source>
      <translation>Catálogo</translation>
    </message>
    <message>
      <source>Catalogue dock</source>
      <translation>Panel del catálogo</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>Gráfico</translation>
    </message>
    <message>
      <source>Choose a place and dates.</source>
      <translation>Elija un lugar y unas fechas.</translation>
    </message>
    <message>
      <source>Classes to mask</source>
      <translation>Clases a enmascarar</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Limpiar</translation>
    </message>
    <message>
      <source>Clear [%]</source>
      <translation>Despejado [%]</translation>
    </message>
    <message>
      <source>Cloud [%]</source>
      <translation>Nubosidad [%]</translation>
    </message>
    <message>
      <source>Cloud at most</source>
      <translation>Nubosidad máxima</translation>
    </message>
    <message>
      <source>Cloud at most [%]</source>
      <translation>Nubosidad máxima [%]</translation>
    </message>
    <message>
      <source>Cloud mask</source>
      <translation>Máscara de nubes</translation>
    </message>
    <message>
      <source>Cloud shadow</source>
      <translation>Sombra de nube</translation>
    </message>
    <message>
      <source>Cloud, high probability</source>
      <translation>Nube, probabilidad alta</translation>
    </message>
    <message>
      <source>Cloud, medium probability</source>
      <translation>Nube, probabilidad media</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.</source>
      <translation>Los píxeles gruesos más allá de este límite (-1 a 1) no intervienen en el ajuste de linear y tsharp.</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.</source>
      <translation>Los píxeles gruesos más allá de este límite (150-400 K) no intervienen en el ajuste de linear y tsharp.</translation>
    </message>
    <message>
      <source>Coarse pixels in the fit</source>
      <translation>Píxeles gruesos en el ajuste</translation>
    </message>
    <message>
      <source>Collection to search, needed for source stac.</source>
      <translation>Colección en la que buscar, necesaria para la fuente stac.</translation>
    </message>
    <message>
      <source>Colour bar, and the colour of missing data.</source>
      <translation>Barra de color, y el color de los datos que faltan.</translation>
    </message>
    <message>
      <source>Colour ramp</source>
      <translation>Rampa de color</translation>
    </message>
    <message>
      <source>Complete scenes</source>
      <translation>Escenas completas</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>Compuesto</translation>
    </message>
    <message>
      <source>Composite series</source>
      <translation>Serie de compuestos</translation>
    </message>
    <message>
      <source>Composites in the folder</source>
      <translation>Compuestos en la carpeta</translation>
    </message>
    <message>
      <source>Composites that failed</source>
      <translation>Compuestos fallidos</translation>
    </message>
    <message>
      <source>Composite…</source>
      <translation>Compuesto…</translation>
    </message>
    <message>
      <source>Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.

All frames share one scale of colours: equal values have equal colours in every frame. What is missing or under cloud is grey, what lies outside the area white. Dates with too little to see are left out and named.

The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal Controller), and as a table of their means.</source>
      <translation>Calcula el índice de cada fecha en una misma cuadrícula, a partir de escenas de Sentinel-2 o Sentinel-3 o de rásteres, y dibuja un mapa de cada una, con título, fecha, barra de color, barra de escala, flecha del norte y el contorno del área.

Todos los fotogramas comparten una escala de colores: a valores iguales, colores iguales en todos ellos. Lo que falta o está bajo las nubes es gris; lo que queda fuera del área, blanco. Las fechas en las que se ve demasiado poco se omiten y se mencionan.

Los mapas también se pueden obtener como archivos PNG, como rásteres con frames.qlr (un grupo con tiempos para el Controlador temporal) y como tabla de sus medias.</translation>
    </message>
    <message>
      <source>Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its statistics in each zone: a polygon, or the pixel at a point.

A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how much was to see.

Smoothing adds a column and leaves the measured means as they are. The chart is one page without any other file.</source>
      <translation>Calcula el índice de cada fecha, a partir de escenas de Sentinel-2 o Sentinel-3 o de rásteres, y sus estadísticas en cada zona: un polígono, o el píxel de un punto.

Cada píxel cuenta según la proporción exacta de él que está dentro de la zona, de modo que las parcelas pequeñas no se juzgan por los píxeles cuyo centro contienen por azar. Lo que está bajo las nubes no cuenta; valid_percent indica cuánto se veía.

El suavizado añade una columna y deja las medias medidas como están. El gráfico es una sola página, sin ningún otro archivo.</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Conexiones</translation>
    </message>
    <message>
      <source>Copernicus Data Space</source>
      <translation>Copernicus Data Space</translation>
    </message>
    <message>
      <source>Copied:</source>
      <translation>Copiado:</translation>
    </message>
    <message>
      <source>Copied: {command}</source>
      <translation>Copiado: {command}</translation>
    </message>
    <message>
      <source>Copy as command</source>
      <translation>Copiar como comando</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Copiar diagnóstico</translation>
    </message>
    <message>
      <source>Correct the register</source>
      <translation>Ajustar el corregistro</translation>
    </message>
    <message>
      <source>Correlation of the fit</source>
      <translation>Correlación del ajuste</translation>
    </message>
    <message>
      <source>Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water and snow. Periods without any scene are rows with 0, so that gaps show.

The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the longest gaps, a map of the footprints and the size of the download.

Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of their correlation is arithmetic; vegetation of the cloud-free part is free of that.</source>
      <translation>Cuenta escenas y adquisiciones por día, semana o mes, con la proporción media de nubes, vegetación, agua y nieve. Los periodos sin ninguna escena son filas con 0, para que se vean las lagunas.

El informe muestra los recuentos, un calendario, la nubosidad, las medias y cómo se correlacionan, las órbitas, las teselas, las lagunas más largas, un mapa de las huellas y el tamaño de la descarga.

Los porcentajes son los de las escenas enteras, tal como los indica el catálogo. Suman 100, de modo que una parte de su correlación es aritmética; la vegetación de la parte sin nubes está libre de ello.</translation>
    </message>
    <message>
      <source>Counts the scenes of an area by period, and shows what the archive holds.</source>
      <translation>Cuenta las escenas de un área por periodo y muestra lo que contiene el archivo de imágenes.</translation>
    </message>
    <message>
      <source>Coverage is a share of it.</source>
      <translation>La cobertura es una proporción de ella.</translation>
    </message>
    <message>
      <source>Coverage of the area at least [%]</source>
      <translation>Cobertura mínima del área [%]</translation>
    </message>
    <message>
      <source>Covered [%]</source>
      <translation>Cubierto [%]</translation>
    </message>
    <message>
      <source>Curve of the means</source>
      <translation>Curva de las medias</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Planificador de Dask</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Fecha</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Fechas</translation>
    </message>
    <message>
      <source>Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, average or smoothing; the chart draws them hollow.</source>
      <translation>Las fechas que muestran menos de una zona (0-100) quedan en la tabla con used = false y no entran en ninguna línea, media ni suavizado; el gráfico las dibuja huecas.</translation>
    </message>
    <message>
      <source>Dates that were left out</source>
      <translation>Fechas omitidas</translation>
    </message>
    <message>
      <source>Dates with less of the area (0-100) to see are left out, and named.</source>
      <translation>Las fechas en las que se ve una parte menor del área (0-100) se omiten y se mencionan.</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Día</translation>
    </message>
    <message>
      <source>Day and night</source>
      <translation>Día y noche</translation>
    </message>
    <message>
      <source>Day or night</source>
      <translation>Día o noche</translation>
    </message>
    <message>
      <source>Days apart at most</source>
      <translation>Máximo de días de separación</translation>
    </message>
    <message>
      <source>Days with scenes</source>
      <translation>Días con escenas</translation>
    </message>
    <message>
      <source>Degrees Celsius</source>
      <translation>Grados Celsius</translation>
    </message>
    <message>
      <source>Download scenes</source>
      <translation>Descargar escenas</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>Descargas</translation>
    </message>
    <message>
      <source>Downloads one after the other, beside your work; the dock lists them</source>
      <translation>Las descargas se hacen una tras otra, en segundo plano; el panel las enumera</translation>
    </message>
    <message>
      <source>Download…</source>
      <translation>Descargar…</translation>
    </message>
    <message>
      <source>Draws the mean of all dates beneath the map, with a cursor that moves.</source>
      <translation>Dibuja bajo el mapa la media de todas las fechas, con un cursor que se mueve.</translation>
    </message>
    <message>
      <source>Each pass</source>
      <translation>Cada pasada</translation>
    </message>
    <message>
      <source>Each scene gets a folder in it. Use the same one again to go on or to add.</source>
      <translation>Cada escena recibe una carpeta dentro de ella. Use la misma de nuevo para continuar o para añadir.</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>Entorno</translation>
    </message>
    <message>
      <source>Erode swath edges by [m]</source>
      <translation>Erosionar los bordes de la franja [m]</translation>
    </message>
    <message>
      <source>Error of degrade-and-restore (RMS) [K]</source>
      <translation>Error de degradación y restauración (RMS) [K]</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Extensión</translation>
    </message>
    <message>
      <source>Fetches the files of scenes: the bands you need, verified, resumable.</source>
      <translation>Descarga los archivos de las escenas: las bandas que necesite, verificadas y de forma reanudable.</translation>
    </message>
    <message>
      <source>Fetching the picture…</source>
      <translation>Obteniendo la imagen…</translation>
    </message>
    <message>
      <source>Field with the zones' names</source>
      <translation>Campo con los nombres de las zonas</translation>
    </message>
    <message>
      <source>Files downloaded</source>
      <translation>Archivos descargados</translation>
    </message>
    <message>
      <source>Files fetched at the same time, 1-4: CDSE refuses more than four.</source>
      <translation>Archivos que se descargan a la vez, 1-4: CDSE rechaza más de cuatro.</translation>
    </message>
    <message>
      <source>Files that failed</source>
      <translation>Archivos fallidos</translation>
    </message>
    <message>
      <source>Files that were here already</source>
      <translation>Archivos que ya estaban presentes</translation>
    </message>
    <message>
      <source>Fills the column clear: the clear share of the area, from a coarse look at each scene's classification. Every remote scene needs a few small requests.</source>
      <translation>Rellena la columna clear: la proporción despejada del área, según una lectura a baja resolución de la clasificación de cada escena. Cada escena remota requiere unas pocas peticiones pequeñas.</translation>
    </message>
    <message>
      <source>Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date by its valid share.</source>
      <translation>Rellena la columna smoothed: savitzky_golay con un paso regular, o whittaker, que pondera cada fecha por su proporción válida.</translation>
    </message>
    <message>
      <source>Find scene pairs</source>
      <translation>Buscar pares de escenas</translation>
    </message>
    <message>
      <source>Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time.</source>
      <translation>Busca escenas de Sentinel-2 y Sentinel-3 del mismo terreno y aproximadamente de la misma hora.</translation>
    </message>
    <message>
      <source>Finds the Sentinel scenes of an area and period as a layer of footprints.</source>
      <translation>Busca las escenas de Sentinel de un área y un periodo y las devuelve como capa de huellas.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and animates its NDVI.</source>
      <translation>Busca las escenas de un área y anima su NDVI.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes a cloud-free image of each month.</source>
      <translation>Busca las escenas de un área y crea una imagen sin nubes de cada mes.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes one cloud-free image of them.</source>
      <translation>Busca las escenas de un área y crea con ellas una imagen sin nubes.</translation>
    </message>
    <message>
      <source>Fine NDVI</source>
      <translation>NDVI (resolución fina)</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Primer día</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Folder (for source folder)</source>
      <translation>Carpeta (para la fuente folder)</translation>
    </message>
    <message>
      <source>Folder for pictures</source>
      <translation>Carpeta para imágenes</translation>
    </message>
    <message>
      <source>Folder for rasters</source>
      <translation>Carpeta para rásteres</translation>
    </message>
    <message>
      <source>Folder for several passes</source>
      <translation>Carpeta para varias pasadas</translation>
    </message>
    <message>
      <source>Folder for the composites</source>
      <translation>Carpeta para los compuestos</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>Carpeta para los archivos</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>Carpeta del entorno</translation>
    </message>
    <message>
      <source>Folder of the series</source>
      <translation>Carpeta de la serie</translation>
    </message>
    <message>
      <source>Folder on this computer</source>
      <translation>Carpeta de este equipo</translation>
    </message>
    <message>
      <source>Folder with the scenes</source>
      <translation>Carpeta con las escenas</translation>
    </message>
    <message>
      <source>Footprint of the sensor [coarse pixels]</source>
      <translation>Huella del sensor [píxeles gruesos]</translation>
    </message>
    <message>
      <source>For METHOD trees: rasters such as elevation, the first band of each.</source>
      <translation>Para METHOD trees: rásteres como la elevación, la primera banda de cada uno.</translation>
    </message>
    <message>
      <source>For method percentile, 0-100: 25 by default, lower is darker and freer of clouds.</source>
      <translation>Para el método percentile, 0-100: 25 por defecto; uno más bajo es más oscuro y más libre de nubes.</translation>
    </message>
    <message>
      <source>For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days since 1970-01-01.</source>
      <translation>Para los métodos medoid, max_ndvi y latest: una banda date, con el día de la observación de cada píxel en días desde 1970-01-01.</translation>
    </message>
    <message>
      <source>For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.</source>
      <translation>Para varias pasadas: un GeoTIFF de cada una, y passes.qlr, un grupo con todas y sus tiempos.</translation>
    </message>
    <message>
      <source>Format of dates</source>
      <translation>Formato de las fechas</translation>
    </message>
    <message>
      <source>Frames of the animation</source>
      <translation>Fotogramas de la animación</translation>
    </message>
    <message>
      <source>Further fine rasters (for trees)</source>
      <translation>Otros rásteres de resolución fina (para trees)</translation>
    </message>
    <message>
      <source>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)</source>
      <translation>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;PNG animado (*.png)</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of float32, no data where either source has none.</source>
      <translation>GeoTIFF (tif) de float32, sin datos donde alguna de las dos fuentes no los tiene.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.</source>
      <translation>GeoTIFF (tif) de una pasada: float32 en unidades físicas, sin datos donde no se midió nada despejado.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768.</source>
      <translation>GeoTIFF (tif) de reflectancia x 10000 con la escala en el archivo, valor sin datos -32768.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.</source>
      <translation>GeoTIFF (tif) de reflectancia x 10000, escala en el archivo, valor sin datos -32768, última banda observations.</translation>
    </message>
    <message>
      <source>Given back exactly</source>
      <translation>Se devuelve exactamente</translation>
    </message>
    <message>
      <source>Given back, interpolated</source>
      <translation>Se devuelve, interpolado</translation>
    </message>
    <message>
      <source>Gridded pass</source>
      <translation>Pasada en cuadrícula</translation>
    </message>
    <message>
      <source>Grow the cloud mask by [pixels]</source>
      <translation>Ampliar la máscara de nubes [píxeles]</translation>
    </message>
    <message>
      <source>Grow the mask by [m]</source>
      <translation>Ampliar la máscara [m]</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
      <source>Height [pixels]</source>
      <translation>Altura [píxeles]</translation>
    </message>
    <message>
      <source>Height of each frame (200-4096).</source>
      <translation>Altura de cada fotograma (200-4096).</translation>
    </message>
    <message>
      <source>Higher values have the same colour. Empty: the index's own (NDVI 1).</source>
      <translation>Los valores superiores tienen el mismo color. Vacío: el valor propio del índice (NDVI 1).</translation>
    </message>
    <message>
      <source>Highest value of the colours</source>
      <translation>Valor máximo de los colores</translation>
    </message>
    <message>
      <source>How long each frame is shown (20-60000).</source>
      <translation>Cuánto tiempo se muestra cada fotograma (20-60000).</translation>
    </message>
    <message>
      <source>How one value is made of many. median ignores what is left of clouds; percentile is safer with few dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation (max_ndvi is not for water or snow).</source>
      <translation>Cómo se obtiene un valor a partir de muchos. median ignora los restos de nubes; percentile es más seguro con pocas fechas; geomedian mantiene la coherencia entre bandas; medoid, max_ndvi y latest toman una observación entera (max_ndvi no sirve para agua ni nieve).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Import Sentinel-3</source>
      <translation>Importar Sentinel-3</translation>
    </message>
    <message>
      <source>Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.</source>
      <translation>Incluido, en la forma 2023-05-31; es el día solar en el centro del área. Opcional solo para una carpeta.</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>Índice</translation>
    </message>
    <message>
      <source>Index instead of bands</source>
      <translation>Índice en lugar de bandas</translation>
    </message>
    <message>
      <source>Index time series</source>
      <translation>Serie temporal de índice</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>Instalar</translation>
    </message>
    <message>
      <source>Installs the libraries that the other algorithms work with. Needed once.</source>
      <translation>Instala las bibliotecas con las que trabajan los demás algoritmos. Se necesita una sola vez.</translation>
    </message>
    <message>
      <source>Intercept [K]</source>
      <translation>Ordenada en el origen [K]</translation>
    </message>
    <message>
      <source>Its interpreter</source>
      <translation>Su intérprete</translation>
    </message>
    <message>
      <source>Keep older versions of an acquisition</source>
      <translation>Conservar versiones anteriores de una adquisición</translation>
    </message>
    <message>
      <source>Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else any.</source>
      <translation>Conserva las pasadas con el sol por encima (day) o por debajo (night) del horizonte. Vacío: day para Sentinel-3; en los demás casos, any.</translation>
    </message>
    <message>
      <source>Kelvin</source>
      <translation>Kelvin</translation>
    </message>
    <message>
      <source>Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land surface temperature. Not every source has all.</source>
      <translation>Tipo de escena: reflectancia de superficie (L2A) o en el techo de la atmósfera (L1C) de Sentinel-2, o temperatura de la superficie terrestre de Sentinel-3. No todas las fuentes los ofrecen todos.</translation>
    </message>
    <message>
      <source>LST: surface temperature</source>
      <translation>LST: temperatura de superficie</translation>
    </message>
    <message>
      <source>Largest NDVI of the fit</source>
      <translation>NDVI máximo del ajuste</translation>
    </message>
    <message>
      <source>Largest temperature of the fit [K]</source>
      <translation>Temperatura máxima del ajuste [K]</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Último día</translation>
    </message>
    <message>
      <source>Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.</source>
      <translation>Capa (gpkg, geojson o fgb) del terreno que muestran ambas, con el mejor par primero.</translation>
    </message>
    <message>
      <source>Layer of footprints (gpkg, geojson or fgb) that the other algorithms take.</source>
      <translation>Capa de huellas (gpkg, geojson o fgb) que toman los demás algoritmos.</translation>
    </message>
    <message>
      <source>Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.</source>
      <translation>Capa de las escenas cuyos archivos están todos presentes (gpkg, geojson o fgb), para los demás algoritmos.</translation>
    </message>
    <message>
      <source>Least NDVI of the fit</source>
      <translation>NDVI mínimo del ajuste</translation>
    </message>
    <message>
      <source>Least correlation</source>
      <translation>Correlación mínima</translation>
    </message>
    <message>
      <source>Least observations</source>
      <translation>Mínimo de observaciones</translation>
    </message>
    <message>
      <source>Least temperature of the fit [K]</source>
      <translation>Temperatura mínima del ajuste [K]</translation>
    </message>
    <message>
      <source>Least valid share of a zone [%]</source>
      <translation>Parte válida mínima de una zona [%]</translation>
    </message>
    <message>
      <source>Least valid share of the area [%]</source>
      <translation>Proporción válida mínima del área [%]</translation>
    </message>
    <message>
      <source>Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim of a swath may be odd in some bands.</source>
      <translation>Omite todo lo que esté a menos de este número de metros (0-10000) del terreno que la pasada no vio: el borde de una franja puede ser anómalo en algunas bandas.</translation>
    </message>
    <message>
      <source>Leaves out products that must be ordered before they can be downloaded.</source>
      <translation>Omite los productos que hay que encargar antes de poder descargarlos.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Se omite</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Leyenda</translation>
    </message>
    <message>
      <source>Linear in NDVI</source>
      <translation>Lineal en NDVI</translation>
    </message>
    <message>
      <source>Local detail</source>
      <translation>Detalle local</translation>
    </message>
    <message>
      <source>Local solar time</source>
      <translation>Hora solar local</translation>
    </message>
    <message>
      <source>Log of the installation</source>
      <translation>Registro de la instalación</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>Credenciales</translation>
    </message>
    <message>
      <source>Login at CDSE</source>
      <translation>Credenciales de CDSE</translation>
    </message>
    <message>
      <source>Login at the catalogue</source>
      <translation>Credenciales del catálogo</translation>
    </message>
    <message>
      <source>Lower values have the same colour. Empty: the index's own (NDVI 0).</source>
      <translation>Los valores inferiores tienen el mismo color. Vacío: el valor propio del índice (NDVI 0).</translation>
    </message>
    <message>
      <source>Lowest value of the colours</source>
      <translation>Valor mínimo de los colores</translation>
    </message>
    <message>
      <source>MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area.</source>
      <translation>Teselas MGRS separadas por comas, p. ej. 33TWL,33TXL; pueden sustituir a un área.</translation>
    </message>
    <message>
      <source>Make it anew</source>
      <translation>Crear de nuevo</translation>
    </message>
    <message>
      <source>Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.</source>
      <translation>Crea una animación GIF, MP4, WebP o PNG del NDVI o de otro índice.</translation>
    </message>
    <message>
      <source>Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is configured with): about 220 MB to download and 680 MB on disk, each package checked against its known hash.

QGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.

It is made in one piece: cancelled or failed, the one in use stays as it was.</source>
      <translation>Crea un entorno de Python propio del complemento desde el Python Package Index (o el índice configurado en pip): unos 220 MB de descarga y 680 MB en disco; cada paquete se comprueba con su hash conocido.

El Python de QGIS no se modifica. En Linux se usa el intérprete de QGIS; en Windows, uv obtiene uno de las compilaciones independientes de Python en GitHub. El proxy y los certificados son los de QGIS.

Se crea de una sola vez: si se cancela o falla, el que está en uso queda como estaba.</translation>
    </message>
    <message>
      <source>Makes a cloud-free image of each month, season or year.</source>
      <translation>Crea una imagen sin nubes de cada mes, estación o año.</translation>
    </message>
    <message>
      <source>Makes a table and a chart of NDVI or another index in zones over time.</source>
      <translation>Crea una tabla y un gráfico del NDVI o de otro índice por zonas a lo largo del tiempo.</translation>
    </message>
    <message>
      <source>Makes one cloud-free image of the Sentinel-2 scenes of a period.</source>
      <translation>Crea una imagen sin nubes con las escenas de Sentinel-2 de un periodo.</translation>
    </message>
    <message>
      <source>Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface reflectance.

Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.

The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, a missed cloud may show: add dates.

Beside the raster lie a style and a STAC item that names the scenes and repeats the job.</source>
      <translation>Enmascara las nubes y sus sombras con la clasificación de la escena, obtiene un solo valor de lo que queda, píxel a píxel (la mediana, salvo que elija otra regla), y escribe un GeoTIFF optimizado para la nube (COG) de reflectancia de superficie.

Las escenas de varias teselas y zonas UTM se llevan a una misma cuadrícula; las teselas de una misma pasada cuentan como una observación. Para cada producto se decide si necesita el desplazamiento de reflectancia de la línea base de procesamiento 04.00.

La última banda, observations, indica cuántos valores despejados tuvo cada píxel. Donde hay menos de seis, puede verse una nube no detectada: añada fechas.

Junto al ráster quedan un estilo y un elemento STAC que nombra las escenas y permite repetir el trabajo.</translation>
    </message>
    <message>
      <source>Masks everything within this many metres (0-10000) of a masked pixel, too.</source>
      <translation>Enmascara también todo lo que esté a menos de este número de metros (0-10000) de un píxel enmascarado.</translation>
    </message>
    <message>
      <source>Masks everything within this many swath pixels (0-100) of cloud, too.</source>
      <translation>Enmascara también todo lo que esté a menos de este número de píxeles de la franja (0-100) de una nube.</translation>
    </message>
    <message>
      <source>Measure clouds inside the area</source>
      <translation>Medir las nubes dentro del área</translation>
    </message>
    <message>
      <source>Median composite</source>
      <translation>Compuesto de mediana</translation>
    </message>
    <message>
      <source>Memory limit [MB]</source>
      <translation>Límite de memoria [MB]</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Método</translation>
    </message>
    <message>
      <source>Method used</source>
      <translation>Método utilizado</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mes</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Más…</translation>
    </message>
    <message>
      <source>Moves each pixel by its elevation times the tangent of the view angle. Only for products that place mountains as if they were flat; needs geometry_tn.nc.</source>
      <translation>Mueve cada píxel su elevación multiplicada por la tangente del ángulo de visión. Solo para productos que sitúan las montañas como si fueran llanas; requiere geometry_tn.nc.</translation>
    </message>
    <message>
      <source>Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report tells of it in any case.</source>
      <translation>Mueve las temperaturas medio píxel grueso como máximo hacia donde el NDVI encaja claramente mejor. El informe lo indica en cualquier caso.</translation>
    </message>
    <message>
      <source>NDVI animation</source>
      <translation>Animación de NDVI</translation>
    </message>
    <message>
      <source>NDVI from -1 to 1 with pixels finer than those of the temperature.</source>
      <translation>NDVI de -1 a 1 con píxeles más finos que los de la temperatura.</translation>
    </message>
    <message>
      <source>Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone.</source>
      <translation>Nombre de una banda, p. ej. B11, o fraction de Sentinel-3; solo para INDEX band.</translation>
    </message>
    <message>
      <source>Names with commas, e.g. S2A,S2B.</source>
      <translation>Nombres separados por comas, p. ej. S2A,S2B.</translation>
    </message>
    <message>
      <source>Near real time (NR)</source>
      <translation>Casi en tiempo real (NR)</translation>
    </message>
    <message>
      <source>Near-infrared reflectance (B08), on the same ground as red.</source>
      <translation>Reflectancia en el infrarrojo cercano (B08), sobre el mismo terreno que el rojo.</translation>
    </message>
    <message>
      <source>Nearest pixel</source>
      <translation>Píxel más cercano</translation>
    </message>
    <message>
      <source>Never subtract it</source>
      <translation>No restarlo nunca</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Sin datos</translation>
    </message>
    <message>
      <source>No picture</source>
      <translation>Sin imagen</translation>
    </message>
    <message>
      <source>No program opens {place}.</source>
      <translation>Ningún programa abre {place}.</translation>
    </message>
    <message>
      <source>No scenes yet</source>
      <translation>Aún no hay escenas</translation>
    </message>
    <message>
      <source>Non-time-critical (NT)</source>
      <translation>Sin urgencia (NT)</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <source>None: mask nothing</source>
      <translation>Ninguna: no enmascarar nada</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>Flecha del norte</translation>
    </message>
    <message>
      <source>Not installed</source>
      <translation>No instalado</translation>
    </message>
    <message>
      <source>Not vegetated</source>
      <translation>Sin vegetación</translation>
    </message>
    <message>
      <source>Numbers with commas, e.g. 79,122.</source>
      <translation>Números separados por comas, p. ej. 79,122.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products, codes with commas, e.g. PS1,LN2.</source>
      <translation>De los productos de Sentinel-3, códigos separados por comas, p. ej. PS1,LN2.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, the best one of each acquisition is kept.</source>
      <translation>De los productos de Sentinel-3: NT no crítico en el tiempo, ST crítico a corto plazo, NR casi en tiempo real. Con any se conserva el mejor de cada adquisición.</translation>
    </message>
    <message>
      <source>Of a row of the table: day, week (ISO) or month. The report shows all three.</source>
      <translation>De una fila de la tabla: day (día), week (semana ISO) o month (mes). El informe muestra los tres.</translation>
    </message>
    <message>
      <source>Of the cloudier one of the two scenes (0-100), as far as it is known.</source>
      <translation>De la más nubosa de las dos escenas (0-100), en la medida en que se conozca.</translation>
    </message>
    <message>
      <source>Of the whole tile, 0-100. Scenes that do not state it stay.</source>
      <translation>De la tesela entera, 0-100. Las escenas que no la indican se conservan.</translation>
    </message>
    <message>
      <source>Offered by searches and downloads. It lies in QGIS's encrypted store.</source>
      <translation>Se proponen en las búsquedas y descargas. Se guardan en el almacén cifrado de QGIS.</translation>
    </message>
    <message>
      <source>One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the next year), all is one for all dates.</source>
      <translation>Un compuesto por periodo: dekad son 10 días; season, DJF, MAM, JJA, SON (diciembre cuenta para el año siguiente); all es uno solo para todas las fechas.</translation>
    </message>
    <message>
      <source>One raster for each tile</source>
      <translation>Un ráster por tesela</translation>
    </message>
    <message>
      <source>One raster for the whole area</source>
      <translation>Un ráster para toda el área</translation>
    </message>
    <message>
      <source>One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.</source>
      <translation>Una fila por archivo (gpkg, geojson, fgb o csv): dirección, bytes, comprobación de la suma de verificación, intentos, error.</translation>
    </message>
    <message>
      <source>One row for each period; gpkg, geojson or csv.</source>
      <translation>Una fila por periodo; gpkg, geojson o csv.</translation>
    </message>
    <message>
      <source>One row for each zone and date; gpkg, geojson or csv.</source>
      <translation>Una fila por cada zona y fecha; gpkg, geojson o csv.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Código de un solo uso</translation>
    </message>
    <message>
      <source>Online only</source>
      <translation>Solo en línea</translation>
    </message>
    <message>
      <source>Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are searched without.</source>
      <translation>Solo para un catálogo propio que pida credenciales (Basic o API Header); en los predefinidos se busca sin ellas.</translation>
    </message>
    <message>
      <source>Only so many scenes of each tile (and period), the clearest inside the area by their classification; 0 takes all. Fewer are faster.</source>
      <translation>Solo este número de escenas por tesela (y periodo), las más despejadas dentro del área según su clasificación; 0 las toma todas. Con menos es más rápido.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
    <message>
      <source>Open in model designer…</source>
      <translation>Abrir en el diseñador de modelos…</translation>
    </message>
    <message>
      <source>Open the group in QGIS</source>
      <translation>Abrir el grupo en QGIS</translation>
    </message>
    <message>
      <source>Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 water or snow, 2 NDVI beyond the fit.</source>
      <translation>GeoTIFF (tif) opcional: incertidumbre típica en K (el intervalo del 90 % es 1,645 veces ese valor), e indicadores: 1 agua o nieve, 2 NDVI fuera del ajuste.</translation>
    </message>
    <message>
      <source>Optional PNG of the result as its style shows it, at most 2000 pixels long.</source>
      <translation>PNG opcional del resultado tal como lo muestra su estilo, con 2000 píxeles como máximo en su lado mayor.</translation>
    </message>
    <message>
      <source>Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.</source>
      <translation>Capa opcional (gpkg, geojson o fgb) de los píxeles gruesos: temperatura, NDVI, usado o no, residuo.</translation>
    </message>
    <message>
      <source>Optional page (html) with a chart of each zone.</source>
      <translation>Página opcional (html) con un gráfico de cada zona.</translation>
    </message>
    <message>
      <source>Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.</source>
      <translation>GeoTIFF (tif) opcional en color verdadero, de 8 bits y en Web Mercator, para mapas web y diapositivas.</translation>
    </message>
    <message>
      <source>Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal Controller.</source>
      <translation>Opcional: un GeoTIFF de cada fecha, y frames.qlr, un grupo con todos y sus tiempos para el Controlador temporal.</translation>
    </message>
    <message>
      <source>Optional: every frame as a PNG, named by its date.</source>
      <translation>Opcional: cada fotograma como PNG, con su fecha como nombre.</translation>
    </message>
    <message>
      <source>Optional: mean, median, 10th and 90th percentile and valid share by date.</source>
      <translation>Opcional: media, mediana, percentiles 10 y 90 y proporción válida por fecha.</translation>
    </message>
    <message>
      <source>Otherwise the animation stops after its last frame.</source>
      <translation>Si no, la animación se detiene tras el último fotograma.</translation>
    </message>
    <message>
      <source>Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of the ways below.</source>
      <translation>Salida de «Buscar pares de escenas»: el par seleccionado, o el mejor de ellos. Su escena de Sentinel-3 debe estar en este equipo. Con él no hace falta nada más; sin él, una temperatura y NDVI, cada uno de una de las formas siguientes.</translation>
    </message>
    <message>
      <source>Output of Search scenes or a part of it; of several dates the median NDVI is taken.</source>
      <translation>Salida de «Buscar escenas» o una parte de ella; si hay varias fechas, se toma la mediana del NDVI.</translation>
    </message>
    <message>
      <source>Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier download, of which only what failed is fetched.</source>
      <translation>Salida de «Buscar escenas» o de una búsqueda de pares, o cualquier parte de ella; o la tabla de una descarga anterior, de la que solo se descarga lo que falló.</translation>
    </message>
    <message>
      <source>Output of Search scenes with PRODUCT {product}, or any part of it.</source>
      <translation>Salida de «Buscar escenas» con PRODUCT {product}, o cualquier parte de ella.</translation>
    </message>
    <message>
      <source>Output of Search scenes, or any part of it: selected, filtered or saved.</source>
      <translation>Salida de «Buscar escenas», o cualquier parte de ella: seleccionada, filtrada o guardada.</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>Archivos PNG (*.png)</translation>
    </message>
    <message>
      <source>Page (html) that shows the fit, the maps and how far to trust them.</source>
      <translation>Página (html) que muestra el ajuste, los mapas y hasta qué punto son fiables.</translation>
    </message>
    <message>
      <source>Page (html) with charts, calendar, tables and a map.</source>
      <translation>Página (html) con gráficos, calendario, tablas y un mapa.</translation>
    </message>
    <message>
      <source>Pair and sharpen</source>
      <translation>Emparejar y refinar</translation>
    </message>
    <message>
      <source>Pair, to sharpen…</source>
      <translation>Emparejar para refinar…</translation>
    </message>
    <message>
      <source>Pairs found</source>
      <translation>Pares encontrados</translation>
    </message>
    <message>
      <source>Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.</source>
      <translation>Empareja las escenas de Sentinel-2 y Sentinel-3 de una carpeta y refina la temperatura del mejor par.</translation>
    </message>
    <message>
      <source>Pass by day</source>
      <translation>Pasada diurna</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>Percentil</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periodo</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Picture for the web</source>
      <translation>Imagen para la web</translation>
    </message>
    <message>
      <source>Picture of the scene</source>
      <translation>Imagen de la escena</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's own is 1000 m.</source>
      <translation>Tamaño de píxel en metros; si elige un SRC en grados o pies, en su unidad. El propio del instrumento es de 1000 m.</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).</source>
      <translation>Tamaño de píxel en metros; si elige un SRC en grados o pies, en su unidad. Donde es más grueso que el de una banda, se toma la media de los píxeles utilizables de la banda (16 x 16 como máximo).</translation>
    </message>
    <message>
      <source>Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.</source>
      <translation>Tamaño de píxel de los mapas. Vacío: tantos píxeles como la anchura de la página, nunca más finos que los de la fuente.</translation>
    </message>
    <message>
      <source>Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.</source>
      <translation>Tamaño de píxel del resultado en la unidad del SRC de los rásteres de resolución fina. Vacío: el de estos; con escenas, 10 m.</translation>
    </message>
    <message>
      <source>Pixel size that is worked with. Empty: the source's own.</source>
      <translation>Tamaño de píxel con el que se trabaja. Vacío: el propio de la fuente.</translation>
    </message>
    <message>
      <source>Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.</source>
      <translation>Los píxeles de estas clases de la clasificación de la escena (SCL) no se usan. Elija none para usarlos todos.</translation>
    </message>
    <message>
      <source>Pixels outside are left empty.</source>
      <translation>Los píxeles de fuera se dejan vacíos.</translation>
    </message>
    <message>
      <source>Pixels outside are white.</source>
      <translation>Los píxeles de fuera son blancos.</translation>
    </message>
    <message>
      <source>Play endlessly</source>
      <translation>Reproducir en bucle</translation>
    </message>
    <message>
      <source>Points to true north at the middle of the map.</source>
      <translation>Señala el norte verdadero en el centro del mapa.</translation>
    </message>
    <message>
      <source>Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the extent; without both, the scenes' footprints are taken.</source>
      <translation>Polígonos (o puntos) en cualquier SRC; solo los objetos seleccionados si esa opción está marcada. La capa prevalece sobre la extensión; sin ninguna de las dos, se toman las huellas de las escenas.</translation>
    </message>
    <message>
      <source>Polygons drawn as a black line on top; by default the area of interest.</source>
      <translation>Polígonos dibujados encima con una línea negra; por defecto, el área de interés.</translation>
    </message>
    <message>
      <source>Polygons or points in any CRS; each is a zone.</source>
      <translation>Polígonos o puntos en cualquier SRC; cada uno es una zona.</translation>
    </message>
    <message>
      <source>Processing centres</source>
      <translation>Centros de procesamiento</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Producto</translation>
    </message>
    <message>
      <source>Proxy (QGIS's network settings)</source>
      <translation>Proxy (configuración de red de QGIS)</translation>
    </message>
    <message>
      <source>Puts Sentinel-3 surface temperature and NDVI on a map's grid.</source>
      <translation>Lleva la temperatura de superficie y el NDVI de Sentinel-3 a la cuadrícula de un mapa.</translation>
    </message>
    <message>
      <source>Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks the pairs: first by hours between them, then by how much of the area both cover, then by cloud.

Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of the whole scene; of the two the larger counts.

Download scenes takes the layer as it is and fetches both scenes of each pair.</source>
      <translation>Empareja cada escena de Sentinel-2 con cada pasada diurna de Sentinel-3 que no esté demasiado lejos en el tiempo, y ordena los pares: primero por las horas que los separan, después por la parte del área que ambas cubren y por último por la nubosidad.

La nubosidad es la de dentro del área si las capas la conocen («Medir las nubes dentro del área» de «Buscar escenas»); si no, la de la escena entera; de las dos escenas cuenta la mayor.

«Descargar escenas» toma la capa tal cual y descarga las dos escenas de cada par.</translation>
    </message>
    <message>
      <source>Puts the bands of one Sentinel-2 acquisition into one raster.</source>
      <translation>Reúne las bandas de una adquisición de Sentinel-2 en un solo ráster.</translation>
    </message>
    <message>
      <source>Python itself from the standalone builds on github.com</source>
      <translation>el propio Python, de las compilaciones independientes de github.com</translation>
    </message>
    <message>
      <source>Quarter</source>
      <translation>Trimestre</translation>
    </message>
    <message>
      <source>Range such as 09:00-15:00, mean solar time at the centre of the area.</source>
      <translation>Intervalo como 09:00-15:00, en hora solar media en el centro del área.</translation>
    </message>
    <message>
      <source>Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values themselves; those of several need described bands.</source>
      <translation>Rásteres en lugar de escenas. La fecha es la del rango temporal fijo de la capa, la de la descripción de la banda o la del nombre del archivo (ndvi_2023-05-01.tif). Los rásteres de una sola banda son los propios valores; los de varias necesitan bandas con descripción.</translation>
    </message>
    <message>
      <source>Rasters made</source>
      <translation>Rásteres creados</translation>
    </message>
    <message>
      <source>Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a pass; masks cloud; and puts each quantity on a north-up grid, in physical units.

Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated between the four around it. Nothing is drawn where nothing was measured.

NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a group of all with times for the Temporal Controller.</source>
      <translation>Lee productos terrestres de SLSTR (SL_2_LST) tal como se descargaron, en carpetas o zip; une los tramos de una pasada; enmascara las nubes; y lleva cada magnitud a una cuadrícula orientada al norte, en unidades físicas.

Cada píxel toma la medición más cercana, a tres cuartos de kilómetro como máximo, o se interpola entre las cuatro que lo rodean. Donde no se midió nada, no se dibuja nada.

El NDVI solo existe de día. Las escenas de varias pasadas necesitan una carpeta, que entonces contiene también passes.qlr: un grupo con todas y sus tiempos para el Controlador temporal.</translation>
    </message>
    <message>
      <source>Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.

Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.</source>
      <translation>Lee las bandas elegidas de una adquisición, forma un mosaico con sus teselas, las recorta al área y escribe un GeoTIFF optimizado para la nube (COG) de reflectancia de superficie, en color verdadero si las bandas lo permiten.

No se enmascara nada salvo que se elijan clases. No se admiten varias adquisiciones: use «Compuesto de mediana».</translation>
    </message>
    <message>
      <source>Ready models</source>
      <translation>Modelos listos para usar</translation>
    </message>
    <message>
      <source>Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>Rectángulo que se usa en lugar de una capa. En scripts escriba xmin,xmax,ymin,ymax [EPSG:4326].</translation>
    </message>
    <message>
      <source>Red reflectance (B04), together with the near infrared.</source>
      <translation>Reflectancia en el rojo (B04), junto con el infrarrojo cercano.</translation>
    </message>
    <message>
      <source>Reflectance offset</source>
      <translation>Desplazamiento de reflectancia</translation>
    </message>
    <message>
      <source>Regression trees</source>
      <translation>Árboles de regresión</translation>
    </message>
    <message>
      <source>Relative orbits</source>
      <translation>Órbitas relativas</translation>
    </message>
    <message>
      <source>Remove finished</source>
      <translation>Quitar finalizadas</translation>
    </message>
    <message>
      <source>Replaces an environment that is there but does not work. Off by default.</source>
      <translation>Sustituye un entorno que existe pero no funciona. Desactivado por defecto.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Remuestreo</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>Resolución</translation>
    </message>
    <message>
      <source>Resolution [m]</source>
      <translation>Resolución [m]</translation>
    </message>
    <message>
      <source>Right at the middle of the map, on the ground.</source>
      <translation>Exacta en el centro del mapa, sobre el terreno.</translation>
    </message>
    <message>
      <source>Rows of the table</source>
      <translation>Filas de la tabla</translation>
    </message>
    <message>
      <source>SAFE products (folders or zips) and rasters beside STAC items, subfolders too.</source>
      <translation>Productos SAFE (carpetas o zip) y rásteres junto a elementos STAC, también en subcarpetas.</translation>
    </message>
    <message>
      <source>STAC collection</source>
      <translation>Colección STAC</translation>
    </message>
    <message>
      <source>Same periods of all years together</source>
      <translation>Mismos periodos de todos los años juntos</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Muestras</translation>
    </message>
    <message>
      <source>Satellite</source>
      <translation>Satélite</translation>
    </message>
    <message>
      <source>Satellites</source>
      <translation>Satélites</translation>
    </message>
    <message>
      <source>Saturated or defective</source>
      <translation>Saturado o defectuoso</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Barra de escala</translation>
    </message>
    <message>
      <source>Scene pairs</source>
      <translation>Pares de escenas</translation>
    </message>
    <message>
      <source>Scene statistics</source>
      <translation>Estadísticas de escenas</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>Escenas</translation>
    </message>
    <message>
      <source>Scenes at most</source>
      <translation>Número máximo de escenas</translation>
    </message>
    <message>
      <source>Scenes counted</source>
      <translation>Escenas contadas</translation>
    </message>
    <message>
      <source>Scenes found</source>
      <translation>Escenas encontradas</translation>
    </message>
    <message>
      <source>Scenes left out by filters</source>
      <translation>Escenas descartadas por los filtros</translation>
    </message>
    <message>
      <source>Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay whole.</source>
      <translation>Las escenas que quedan fuera se omiten y los GeoTIFF optimizados para la nube (COG) se recortan a ella; los archivos propios de la ESA se conservan enteros.</translation>
    </message>
    <message>
      <source>Scenes that contributed pixels</source>
      <translation>Escenas que aportaron píxeles</translation>
    </message>
    <message>
      <source>Scenes that do not touch it are left out.</source>
      <translation>Las escenas que no la tocan se omiten.</translation>
    </message>
    <message>
      <source>Scenes that miss it are not counted.</source>
      <translation>Las escenas que no la tocan no se cuentan.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <source>Search and animation</source>
      <translation>Buscar y animar</translation>
    </message>
    <message>
      <source>Search and composite</source>
      <translation>Buscar y crear compuesto</translation>
    </message>
    <message>
      <source>Search and monthly series</source>
      <translation>Buscar y crear serie mensual</translation>
    </message>
    <message>
      <source>Search scenes</source>
      <translation>Buscar escenas</translation>
    </message>
    <message>
      <source>Season</source>
      <translation>Estación</translation>
    </message>
    <message>
      <source>Select the scene to be shown.</source>
      <translation>Seleccione la escena que desea mostrar.</translation>
    </message>
    <message>
      <source>Sentinel Toolkit</source>
      <translation>Sentinel Toolkit</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C: top of atmosphere</source>
      <translation>Sentinel-2 L1C: techo de la atmósfera</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A: surface reflectance</source>
      <translation>Sentinel-2 L2A: reflectancia de superficie</translation>
    </message>
    <message>
      <source>Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.</source>
      <translation>Bandas de Sentinel-2 separadas por comas, p. ej. B04,B03,B02; all significa las 12 de L2A. Con menos es más rápido.</translation>
    </message>
    <message>
      <source>Sentinel-2 scenes</source>
      <translation>Escenas de Sentinel-2</translation>
    </message>
    <message>
      <source>Sentinel-3 LST: surface temperature</source>
      <translation>Sentinel-3 LST: temperatura de superficie</translation>
    </message>
    <message>
      <source>Sentinel-3 scenes</source>
      <translation>Escenas de Sentinel-3</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Series</translation>
    </message>
    <message>
      <source>Set up environment</source>
      <translation>Configurar entorno</translation>
    </message>
    <message>
      <source>Set up, repair, diagnostics…</source>
      <translation>Configurar, reparar, diagnóstico…</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Configurar…</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>Configuración</translation>
    </message>
    <message>
      <source>Share of the area inside the footprint, 0-100. 0 keeps all that touch it.</source>
      <translation>Proporción del área dentro de la huella, 0-100. 0 conserva todas las que la tocan.</translation>
    </message>
    <message>
      <source>Share of the area with data [%]</source>
      <translation>Proporción del área con datos [%]</translation>
    </message>
    <message>
      <source>Share of the composites</source>
      <translation>Parte de los compuestos</translation>
    </message>
    <message>
      <source>Sharpened temperature</source>
      <translation>Temperatura refinada</translation>
    </message>
    <message>
      <source>Sharpens surface temperature with finer NDVI, and says how far to trust it.</source>
      <translation>Refina la temperatura de superficie con un NDVI más fino e indica hasta qué punto es fiable.</translation>
    </message>
    <message>
      <source>Shift high ground towards the satellite</source>
      <translation>Desplazar el terreno elevado hacia el satélite</translation>
    </message>
    <message>
      <source>Short time critical (ST)</source>
      <translation>A corto plazo (ST)</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
      <source>Size [MB]</source>
      <translation>Tamaño [MB]</translation>
    </message>
    <message>
      <source>Slope [K per unit of the predictor]</source>
      <translation>Pendiente [K por unidad del predictor]</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>Suavizado</translation>
    </message>
    <message>
      <source>Snow or ice</source>
      <translation>Nieve o hielo</translation>
    </message>
    <message>
      <source>Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid (or on each tile's own).

The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all with times for the Temporal Controller, which can be dragged into any project.

Run it again with the same folder to go on: what is finished is not made again, and more dates may be added. A composite that fails is named, and made by the next run.</source>
      <translation>Reparte las escenas en periodos y crea un compuesto de cada uno, como hace «Compuesto de mediana», todos en una misma cuadrícula (o en la propia de cada tesela).

La carpeta contiene después un GeoTIFF optimizado para la nube (COG) y un elemento STAC de cada uno, un ráster virtual de cada periodo, una colección STAC, una hoja de contactos, una página que los enumera y composites.qlr: un grupo con todos y sus tiempos para el Controlador temporal, que se puede arrastrar a cualquier proyecto.

Ejecútelo de nuevo con la misma carpeta para continuar: lo terminado no se vuelve a crear y se pueden añadir más fechas. Un compuesto que falla se menciona, y lo crea la siguiente ejecución.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Fuente</translation>
    </message>
    <message>
      <source>Split by tiles</source>
      <translation>Dividir por teselas</translation>
    </message>
    <message>
      <source>Stack bands</source>
      <translation>Apilar bandas</translation>
    </message>
    <message>
      <source>Stacked bands</source>
      <translation>Bandas apiladas</translation>
    </message>
    <message>
      <source>Stands above every map. Empty: the index and the satellite.</source>
      <translation>Aparece encima de cada mapa. Vacío: el índice y el satélite.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Estado</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Estadísticas</translation>
    </message>
    <message>
      <source>Statistics…</source>
      <translation>Estadísticas…</translation>
    </message>
    <message>
      <source>Strict: any cloud test</source>
      <translation>Estricta: cualquier prueba de nube</translation>
    </message>
    <message>
      <source>Summary of the cloud tests</source>
      <translation>Resumen de las pruebas de nube</translation>
    </message>
    <message>
      <source>Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, or the first.</source>
      <translation>Temperatura de superficie en K o °C, de un día despejado, p. ej. la salida de «Importar Sentinel-3»; la banda LST o, si no, la primera.</translation>
    </message>
    <message>
      <source>Table of files</source>
      <translation>Tabla de archivos</translation>
    </message>
    <message>
      <source>Table of means</source>
      <translation>Tabla de medias</translation>
    </message>
    <message>
      <source>Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is never fetched again, and what was interrupted goes on where it stopped: run the same job again.

From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary Computer only the part of each band that lies in the area.

The layer of complete scenes is what the other algorithms take. The table has a row for each file, with its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.</source>
      <translation>Toma cualquier parte de una capa de escenas y descarga en una carpeta los archivos que usted indique. Lo que está completo nunca se vuelve a descargar y lo interrumpido continúa donde se detuvo: ejecute de nuevo el mismo trabajo.

De CDSE se descargan productos enteros o archivos sueltos, con su cuenta; de Earth Search y Planetary Computer, solo la parte de cada banda situada dentro del área.

La capa de escenas completas es la que toman los demás algoritmos. La tabla tiene una fila por archivo, con la comprobación de su suma de verificación y lo que haya fallado; désela a este algoritmo como «Escenas» para descargar solo lo que falló.</translation>
    </message>
    <message>
      <source>Tells the zones apart. Empty: the features' numbers.</source>
      <translation>Distingue las zonas. Vacío: los identificadores de los objetos.</translation>
    </message>
    <message>
      <source>Terrain shadow</source>
      <translation>Sombra del terreno</translation>
    </message>
    <message>
      <source>The Python environment for the work is missing. It is set up once, before the first job.</source>
      <translation>Falta el entorno de Python que realiza el trabajo. Se configura una sola vez, antes de la primera ejecución.</translation>
    </message>
    <message>
      <source>The Temporal Controller shows the {count} layers one by one.</source>
      <translation>El controlador temporal muestra las {count} capas una a una.</translation>
    </message>
    <message>
      <source>The band named below</source>
      <translation>La banda indicada abajo</translation>
    </message>
    <message>
      <source>The composites go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Los compuestos van a una carpeta temporal: QGIS la borra al cerrarse.</translation>
    </message>
    <message>
      <source>The date of each frame, in its upper right corner.</source>
      <translation>La fecha de cada fotograma, en su esquina superior derecha.</translation>
    </message>
    <message>
      <source>The environment is ready.</source>
      <translation>El entorno está listo.</translation>
    </message>
    <message>
      <source>The file's suffix decides: gif, mp4, webp or png.</source>
      <translation>La extensión del archivo decide el formato: gif, mp4, webp o png.</translation>
    </message>
    <message>
      <source>The files go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Los archivos van a una carpeta temporal: QGIS la borra al cerrarse.</translation>
    </message>
    <message>
      <source>The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the median of NDVI. Empty: the bands.</source>
      <translation>Se combina en el tiempo el índice de cada escena, en lugar de las bandas: el NDVI de una mediana no es la mediana del NDVI. Vacío: las bandas.</translation>
    </message>
    <message>
      <source>The job works in smaller blocks to stay below it; at least 64, useful from 512 on.</source>
      <translation>El trabajo usa bloques más pequeños para no superarlo; al menos 64, útil a partir de 512.</translation>
    </message>
    <message>
      <source>The layer of scenes is gone: search again.</source>
      <translation>La capa de escenas ya no existe: vuelva a buscar.</translation>
    </message>
    <message>
      <source>The oldest ones are kept. 10000 by default.</source>
      <translation>Se conservan las más antiguas. 10000 por defecto.</translation>
    </message>
    <message>
      <source>The search as a qgis_process command, into the clipboard</source>
      <translation>Copia la búsqueda al portapapeles como comando qgis_process</translation>
    </message>
    <message>
      <source>The selected acquisition in true colour: of the area only, where one is set</source>
      <translation>La adquisición seleccionada en color verdadero: solo la parte del área, si se ha definido una</translation>
    </message>
    <message>
      <source>The six digits that your authenticator shows, where your CDSE account asks for them. Works once.</source>
      <translation>Los seis dígitos que muestra su autenticador, si su cuenta de CDSE los pide. Sirve una sola vez.</translation>
    </message>
    <message>
      <source>The temporary folder {folder} could not be deleted.</source>
      <translation>No se pudo eliminar la carpeta temporal {folder}.</translation>
    </message>
    <message>
      <source>The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its known hash.

From: {hosts}. Proxy and certificates are QGIS's.
Folder: {folder}</source>
      <translation>El trabajo lo realiza un entorno de Python propio del complemento, aparte de QGIS: el Python de QGIS no se modifica. Se obtiene una sola vez: unos {download} MB de descarga y {disk} MB en disco; cada paquete se comprueba con su hash conocido.

Origen: {hosts}. El proxy y los certificados son los de QGIS.
Carpeta: {folder}</translation>
    </message>
    <message>
      <source>Thermal</source>
      <translation>Térmico</translation>
    </message>
    <message>
      <source>Thermal sharpening</source>
      <translation>Refinamiento térmico</translation>
    </message>
    <message>
      <source>Thin cirrus</source>
      <translation>Cirros finos</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Hilos</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>Tesela</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Teselas</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>Fecha y hora (UTC)</translation>
    </message>
    <message>
      <source>Time of a frame [ms]</source>
      <translation>Duración de un fotograma [ms]</translation>
    </message>
    <message>
      <source>Time series</source>
      <translation>Serie temporal</translation>
    </message>
    <message>
      <source>Timeliness</source>
      <translation>Plazo de entrega</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Título</translation>
    </message>
    <message>
      <source>True colour</source>
      <translation>Color verdadero</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Reintentar</translation>
    </message>
    <message>
      <source>TsHARP: linear in the fraction of vegetation</source>
      <translation>TsHARP: lineal en la fracción de vegetación</translation>
    </message>
    <message>
      <source>URL of the STAC API for source stac; replaces the built-in address of the other catalogues.</source>
      <translation>URL de la API STAC para la fuente stac; sustituye la dirección predefinida de los demás catálogos.</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incertidumbre</translation>
    </message>
    <message>
      <source>Unclassified</source>
      <translation>Sin clasificar</translation>
    </message>
    <message>
      <source>Unit of temperatures</source>
      <translation>Unidad de las temperaturas</translation>
    </message>
    <message>
      <source>Unit of the result</source>
      <translation>Unidad del resultado</translation>
    </message>
    <message>
      <source>Unit of the sharpened temperature and of the report: kelvin or celsius.</source>
      <translation>Unidad de la temperatura refinada y del informe: kelvin o celsius.</translation>
    </message>
    <message>
      <source>Use the same one again to go on, or to add dates.</source>
      <translation>Use la misma de nuevo para continuar o para añadir fechas.</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Variables</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>Vegetación</translation>
    </message>
    <message>
      <source>Versions and folders as Markdown, for a report of a problem</source>
      <translation>Versiones y carpetas en Markdown, para informar de un problema</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Agua</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Semana</translation>
    </message>
    <message>
      <source>What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.</source>
      <translation>Lo que se muestra de cada fecha. LST es la temperatura de superficie de Sentinel-3; band es la banda indicada más abajo.</translation>
    </message>
    <message>
      <source>What the model leaves</source>
      <translation>Residuo del modelo</translation>
    </message>
    <message>
      <source>What the model leaves of the coarse pixels (RMS) [K]</source>
      <translation>Residuo del modelo en los píxeles gruesos (RMS) [K]</translation>
    </message>
    <message>
      <source>Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.</source>
      <translation>Donde un píxel tiene menos observaciones despejadas, se añaden otras escenas aparte de las mejores, por orden de calidad.</translation>
    </message>
    <message>
      <source>Where to look: earth_search and planetary_computer (files that are read where they are, no account), cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC API, or a folder.</source>
      <translation>Dónde buscar: earth_search y planetary_computer (archivos que se leen donde están, sin cuenta), cdse y cdse_odata (productos propios de la ESA, que «Descargar escenas» descarga con una cuenta), otra API STAC (stac) o una carpeta (folder).</translation>
    </message>
    <message>
      <source>Width [pixels]</source>
      <translation>Anchura [píxeles]</translation>
    </message>
    <message>
      <source>Width of each frame (200-4096).</source>
      <translation>Anchura de cada fotograma (200-4096).</translation>
    </message>
    <message>
      <source>With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).</source>
      <translation>Separados por comas, p. ej. B04,B08,SCL; product significa el producto entero. Vacío: lo que necesitan los demás algoritmos (B02,B03,B04,B08,SCL de L2A, el producto de L1C, temperatura e indicadores de Sentinel-3).</translation>
    </message>
    <message>
      <source>With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.</source>
      <translation>Separadas por comas, una banda cada una: LST y LST_uncertainty (K), NDVI, fraction (de vegetación), biome, TCWV (vapor de agua, kg/m2), elevation (m), view_zenith (grados), independent (0 donde un píxel es copia de su vecino), y los indicadores exception, confidence, cloud, bayes como bits.</translation>
    </message>
    <message>
      <source>With the selected scenes, or all of them</source>
      <translation>Con las escenas seleccionadas o, si no las hay, con todas</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Ejecución</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>Año</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>Zonas</translation>
    </message>
    <message>
      <source>and near infrared</source>
      <translation>e infrarrojo cercano</translation>
    </message>
    <message>
      <source>animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3</source>
      <translation>animación,animation,vídeo,video,gif,mp4,serie temporal,time series,timelapse,ndvi,índice,lst,controlador temporal,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply always subtracts, none never does.</source>
      <translation>auto decide para cada producto si hay que restar 1000 (la capa de escenas indica por qué); apply siempre lo resta, none nunca.</translation>
    </message>
    <message>
      <source>auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.</source>
      <translation>auto refina según el detalle local donde los datos muestran una relación, e interpola donde no. linear es una sola recta sobre el NDVI; tsharp, sobre la fracción de vegetación; trees son árboles de regresión.</translation>
    </message>
    <message>
      <source>auto takes the summary flag and the probabilistic mask (every test in old products without it); summary and bayesian take one of them; strict masks what any test marks; none masks nothing.</source>
      <translation>auto usa el indicador resumen y la máscara probabilística (todas las pruebas en productos antiguos sin ella); summary y bayesian usan uno de los dos; strict enmascara lo que marque cualquier prueba; none no enmascara nada.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automático</translation>
    </message>
    <message>
      <source>bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</source>
      <translation>bandas,color verdadero,true colour,rgb,cortar,recortar,clip,mosaico,reflectancia,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>cancelled; what is complete is kept</source>
      <translation>cancelada; lo que está completo se conserva</translation>
    </message>
    <message>
      <source>cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance</source>
      <translation>sin nubes,cloud-free,cloudless,mosaico,compuesto,composite,mediana,median,sentinel-2,copernicus,reflectancia</translation>
    </message>
    <message>
      <source>failed: {error}</source>
      <translation>ha fallado: {error}</translation>
    </message>
    <message>
      <source>geometric median</source>
      <translation>mediana geométrica</translation>
    </message>
    <message>
      <source>install,environment,dependencies,python,repair</source>
      <translation>instalar,entorno,dependencias,python,reparar,install,environment</translation>
    </message>
    <message>
      <source>kelvin or celsius, for LST alone.</source>
      <translation>kelvin o celsius, solo para LST.</translation>
    </message>
    <message>
      <source>latest</source>
      <translation>más reciente</translation>
    </message>
    <message>
      <source>linear and tsharp are refused unless r is at most minus this (0-1).</source>
      <translation>linear y tsharp se rechazan salvo que r sea, como máximo, este valor con signo negativo (0-1).</translation>
    </message>
    <message>
      <source>lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</source>
      <translation>lst,temperatura de superficie,surface temperature,downscaling,sharpening,desagregación,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</translation>
    </message>
    <message>
      <source>maximum NDVI</source>
      <translation>NDVI máximo</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>media</translation>
    </message>
    <message>
      <source>median</source>
      <translation>mediana</translation>
    </message>
    <message>
      <source>medoid</source>
      <translation>medoide</translation>
    </message>
    <message>
      <source>model,chain,workflow,sentinel-2,sentinel-3,copernicus</source>
      <translation>modelo,cadena,flujo de trabajo,workflow,sentinel-2,sentinel-3,copernicus</translation>
    </message>
    <message>
      <source>monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</source>
      <translation>mensual,estacional,anual,serie temporal,time series,sin nubes,cloud-free,mosaico,compuesto,composite,mediana,median,sentinel-2,teselas,tiles</translation>
    </message>
    <message>
      <source>nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.</source>
      <translation>nearest conserva los valores medidos; bilinear interpola, pero nunca a través de las nubes ni entre códigos.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>ninguno</translation>
    </message>
    <message>
      <source>none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM zone unless a CRS is chosen: for large areas.</source>
      <translation>none crea un ráster para toda el área; mgrs, uno por cada tesela de Sentinel-2, en su propia zona UTM salvo que se elija un SRC: para áreas extensas.</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>no establecida</translation>
    </message>
    <message>
      <source>or Sentinel-2 scenes</source>
      <translation>o escenas de Sentinel-2</translation>
    </message>
    <message>
      <source>or a Sentinel-3 product (.SEN3 or zip)</source>
      <translation>o un producto de Sentinel-3 (.SEN3 o zip)</translation>
    </message>
    <message>
      <source>or a folder of rasters</source>
      <translation>o una carpeta de rásteres</translation>
    </message>
    <message>
      <source>or coarse temperature</source>
      <translation>o temperatura (resolución gruesa)</translation>
    </message>
    <message>
      <source>or extent</source>
      <translation>o extensión</translation>
    </message>
    <message>
      <source>or one product (.SEN3 or zip)</source>
      <translation>o un producto (.SEN3 o zip)</translation>
    </message>
    <message>
      <source>or rasters</source>
      <translation>o rásteres</translation>
    </message>
    <message>
      <source>or red</source>
      <translation>o rojo</translation>
    </message>
    <message>
      <source>pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</source>
      <translation>pares,pairs,emparejar,match,mismo día,sentinel-2,sentinel-3,térmico,lst,refinamiento,sharpening</translation>
    </message>
    <message>
      <source>percentile {number}</source>
      <translation>percentil {number}</translation>
    </message>
    <message>
      <source>scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their passes.</source>
      <translation>scene crea un fotograma de cada pasada; day (día), week (semana), dekad (10 días) y month (mes), uno con la mediana de sus pasadas.</translation>
    </message>
    <message>
      <source>selected only</source>
      <translation>solo seleccionados</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,descarga,descargar,download,fetch,banda,producto,reanudar,SAFE,COG</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catálogo,catalogue,buscar,búsqueda,search,huella,footprint,SAFE,earth search,planetary computer,nubes,cloud</translation>
    </message>
    <message>
      <source>sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus</source>
      <translation>sentinel-3,slstr,lst,temperatura de la superficie terrestre,land surface temperature,ndvi,franja,swath,netcdf,sen3,geocodificar,copernicus</translation>
    </message>
    <message>
      <source>smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; none leaves it out.</source>
      <translation>smooth lo restituye interpolado; exact, hasta que la media de cada píxel grueso sea la medida; none lo omite.</translation>
    </message>
    <message>
      <source>statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</source>
      <translation>estadísticas,statistics,archivo,archive,disponibilidad,calendario,nubes,revisita,revisit,informe,copernicus,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>the Python Package Index, or the index that pip is configured with</source>
      <translation>el Python Package Index (PyPI) o el índice configurado en pip</translation>
    </message>
    <message>
      <source>the extent below</source>
      <translation>la extensión de abajo</translation>
    </message>
    <message>
      <source>time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</source>
      <translation>serie temporal,time series,estadísticas de zona,zonal statistics,ndvi,índice,gráfico,suavizado,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en espera</translation>
    </message>
    <message>
      <source>{composite} (all years; times in the nominal year 2000)</source>
      <translation>{composite} (todos los años; fechas en el año nominal 2000)</translation>
    </message>
    <message>
      <source>{count} scenes found.</source>
      <translation>Escenas encontradas: {count}.</translation>
    </message>
    <message>
      <source>{count} scenes into {place}</source>
      <translation>{count} escena(s) a la carpeta {place}</translation>
    </message>
    <message>
      <source>{day}: {count} scenes, least cloud {cloud}</source>
      <translation>{day}: {count} escena(s), nubosidad mínima {cloud}</translation>
    </message>
    <message>
      <source>{downloaded} fetched, {skipped} here before, {failed} failed</source>
      <translation>{downloaded} archivos descargados, {skipped} ya presentes, {failed} fallidos</translation>
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
      <translation>{name} está en el mapa.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{satellite} scenes</source>
      <translation>Escenas de {satellite}</translation>
    </message>
    <message>
      <source>{what} ready</source>
      <translation>{what}: listo</translation>
    </message>
    <message>
      <source>σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.</source>
      <translation>σ de lo que el sensor ve más allá de su píxel (0-1), para local. Vacío: se estima a partir de los datos.</translation>
    </message>
  </context>
</TS>
