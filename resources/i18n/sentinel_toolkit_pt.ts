<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt">
  <context>
    <name>SentinelToolkit</name>
    <message>
      <source>10 days (dekad)</source>
      <translation>10 dias (década)</translation>
    </message>
    <message>
      <source>3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, make the whole; finish then writes what shows them all. Empty: all.</source>
      <translation>3/100 cria a terceira de cem partes e nada mais, de modo que muitas execuções, em muitos computadores, criam o todo; finish escreve depois o que mostra todas. Vazio: todas.</translation>
    </message>
    <message>
      <source>A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day.</source>
      <translation>Uma pasta .SEN3 de SL_2_LST, o xfdumanifest.xml dentro dela, ou um zip; diurno.</translation>
    </message>
    <message>
      <source>A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.</source>
      <translation>Uma pasta .SEN3, o xfdumanifest.xml dentro dela, ou um zip, em vez de cenas.</translation>
    </message>
    <message>
      <source>A Python that has the libraries, instead of the plugin's own. Empty: its own.</source>
      <translation>Um Python que já tem as bibliotecas, em vez do Python próprio do complemento. Vazio: o próprio.</translation>
    </message>
    <message>
      <source>A model to use as it is, or to take further: right-click, Open in model designer.</source>
      <translation>Um modelo para usar como está ou como ponto de partida: clique com o botão direito, Abrir no designer de modelo.</translation>
    </message>
    <message>
      <source>A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. Empty: the index's own.</source>
      <translation>Um nome do Matplotlib, p. ex. RdYlGn, viridis, inferno, BrBG; com _r fica invertido. Vazio: o do próprio índice.</translation>
    </message>
    <message>
      <source>Acquisitions counted</source>
      <translation>Aquisições contadas</translation>
    </message>
    <message>
      <source>Add a band with the date</source>
      <translation>Adicionar uma banda com a data</translation>
    </message>
    <message>
      <source>Add to map</source>
      <translation>Adicionar ao mapa</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>Adicionar à fila</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.</source>
      <translation>Endereço de um escalonador Dask, p. ex. tcp://10.0.0.1:8786, cujos trabalhadores partilham o trabalho; local:4 inicia quatro processos neste computador; gateway+https://… encontra clusters atrás do Dask Gateway. Vazio: este computador.</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, offered by composites. Empty: this computer.</source>
      <translation>Endereço de um agendador Dask, oferecido nas composições. Vazio: este computador.</translation>
    </message>
    <message>
      <source>Address of the catalogue</source>
      <translation>Endereço do catálogo</translation>
    </message>
    <message>
      <source>Adds the layers to the project, as a group with times for the Temporal Controller.</source>
      <translation>Adiciona as camadas ao projeto, como um grupo com tempos para o Controlador Temporal.</translation>
    </message>
    <message>
      <source>All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.</source>
      <translation>Todos os janeiros formam uma composição, e assim por diante. No QGIS, o seu tempo fica no ano nominal 2000.</translation>
    </message>
    <message>
      <source>All dates together</source>
      <translation>Todas as datas juntas</translation>
    </message>
    <message>
      <source>All parameters of the search</source>
      <translation>Todos os parâmetros da pesquisa</translation>
    </message>
    <message>
      <source>All rasters in a folder, dated as above; its subfolders do not count.</source>
      <translation>Todos os rasters de uma pasta, com datas como acima; as subpastas não contam.</translation>
    </message>
    <message>
      <source>Always subtract it</source>
      <translation>Subtrair sempre</translation>
    </message>
    <message>
      <source>Animate…</source>
      <translation>Animação…</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>Animação</translation>
    </message>
    <message>
      <source>Another STAC catalogue</source>
      <translation>Outro catálogo STAC</translation>
    </message>
    <message>
      <source>Another interpreter</source>
      <translation>Outro interpretador</translation>
    </message>
    <message>
      <source>Answers of catalogues are fetched again when they are needed.</source>
      <translation>As respostas dos catálogos são obtidas de novo quando necessário.</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Qualquer</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Área</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>Área de interesse</translation>
    </message>
    <message>
      <source>As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.</source>
      <translation>Como em strftime, p. ex. %d.%m.%Y ou %B %Y. Vazio: 2023-05-01, ou o rótulo do período.</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Consultar de novo</translation>
    </message>
    <message>
      <source>Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, tile, orbit, cloud, how much of the area it covers and what else is known.

Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.

Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.

Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept for some hours, so that the same search costs nothing, and works without a network.</source>
      <translation>Consulta um catálogo, ou percorre uma pasta, e devolve uma camada com o contorno (footprint) de cada cena: data e hora, quadrícula, órbita, nuvens, quanto da área ela cobre e o que mais se sabe.

Filtre e selecione como em qualquer camada; os outros algoritmos aceitam a camada, ou qualquer parte dela, como Cenas.

Os catálogos precisam de datas e de uma área. O Earth Search e o Planetary Computer oferecem arquivos que os outros algoritmos leem onde estão; o que o CDSE lista é obtido antes por Download de cenas. Numa pasta são encontrados produtos SAFE (pastas ou zips) e arquivos GeoTIFF ou JP2 ao lado de itens STAC.

De várias versões de uma aquisição só a mais recente é mantida, a menos que se peçam todas. As respostas são guardadas por algumas horas, de modo que a mesma pesquisa não custa nada e funciona sem rede.</translation>
    </message>
    <message>
      <source>Asks the catalogue even where the same question was answered within the last hours. The answers are kept for work without a network.</source>
      <translation>Consulta o catálogo mesmo que a mesma pergunta tenha sido respondida nas últimas horas. As respostas são guardadas para trabalhar sem rede.</translation>
    </message>
    <message>
      <source>Authentication configuration (Basic) with user name and password of your CDSE account. Other sources need none.</source>
      <translation>Configuração de autenticação (Basic) com nome de usuário e senha da sua conta no CDSE. As outras fontes não precisam.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <source>Band (for index band)</source>
      <translation>Banda (para o índice band)</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandas</translation>
    </message>
    <message>
      <source>Bands or files</source>
      <translation>Bandas ou arquivos</translation>
    </message>
    <message>
      <source>Bayesian</source>
      <translation>Bayesiana</translation>
    </message>
    <message>
      <source>Best scenes of each tile</source>
      <translation>Melhores cenas de cada quadrícula</translation>
    </message>
    <message>
      <source>Between the two passes (0-366); half an hour is common for the same day.</source>
      <translation>Entre as duas passagens (0-366); meia hora é comum no mesmo dia.</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>Bilinear</translation>
    </message>
    <message>
      <source>Boundary to draw</source>
      <translation>Limite a desenhar</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>De dia</translation>
    </message>
    <message>
      <source>By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only interpolated, and says so.

The link is tested: temperatures are made coarser still, sharpened back, and compared with what they were. The report shows the fit, the maps, this test and the uncertainty of a pixel.

Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields of the same NDVI look the same to the method, water and snow are only interpolated.</source>
      <translation>De dia, o terreno com mais vegetação é mais fresco. Onde os dados mostram essa relação em detalhe, o NDVI mais fino diz onde, dentro de um pixel grosseiro, está mais quente e onde está mais fresco. Onde não a mostram, o resultado é apenas interpolado, e isso é informado.

A relação é testada: as temperaturas são degradadas ainda mais, refinadas de volta e comparadas com o que eram. O relatório mostra o ajuste, os mapas, este teste e a incerteza de um pixel.

O detalhe mais fino que um vigésimo de um pixel grosseiro é sobretudo textura do NDVI. Áreas irrigadas e secas com o mesmo NDVI são iguais para o método; água e neve são apenas interpoladas.</translation>
    </message>
    <message>
      <source>By default only the newest processing of each acquisition is kept.</source>
      <translation>Por padrão, só o processamento mais recente de cada aquisição é mantido.</translation>
    </message>
    <message>
      <source>By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.</source>
      <translation>Por padrão o das cenas, ou a zona UTM do centro da área se as cenas diferirem.</translation>
    </message>
    <message>
      <source>By default the UTM zone of the area's centre.</source>
      <translation>Por padrão, a zona UTM do centro da área.</translation>
    </message>
    <message>
      <source>By night</source>
      <translation>De noite</translation>
    </message>
    <message>
      <source>CRS of the result</source>
      <translation>SRC do resultado</translation>
    </message>
    <message>
      <source>Cache</source>
      <translation>Cache</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Cancel download</source>
      <translation>Cancelar download</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Cancelado.</translation>
    </message>
    <message>
      <source>Cancelled. Finished composites are kept; run again to go on where this run stopped.</source>
      <translation>Cancelado. As composições prontas são mantidas; execute de novo para continuar de onde esta execução parou.</translation>
    </message>
    <message>
      <source>Cancelled. What is complete is kept; run again to go on where this run stopped.</source>
      <translation>Cancelado. O que está completo é mantido; execute de novo para continuar de onde esta execução parou.</translation>
    </message>
    <message>
      <source>Cancelled: nothing was written.</source>
      <translation>Cancelado: nada foi gravado.</translation>
    </message>
    <message>
      <source>Catalogue</source>
      <translation>Catálogo</translation>
    </message>
    <message>
      <source>Catalogue dock</source>
      <translation>Painel do catálogo</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>Gráfico</translation>
    </message>
    <message>
      <source>Choose a place and dates.</source>
      <translation>Escolha um local e as datas.</translation>
    </message>
    <message>
      <source>Classes to mask</source>
      <translation>Classes a mascarar</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Limpar</translation>
    </message>
    <message>
      <source>Clear [%]</source>
      <translation>Sem nuvens [%]</translation>
    </message>
    <message>
      <source>Cloud [%]</source>
      <translation>Nuvens [%]</translation>
    </message>
    <message>
      <source>Cloud at most</source>
      <translation>Nuvens no máximo</translation>
    </message>
    <message>
      <source>Cloud at most [%]</source>
      <translation>Nuvens no máximo [%]</translation>
    </message>
    <message>
      <source>Cloud mask</source>
      <translation>Máscara de nuvens</translation>
    </message>
    <message>
      <source>Cloud shadow</source>
      <translation>Sombra de nuvem</translation>
    </message>
    <message>
      <source>Cloud, high probability</source>
      <translation>Nuvem, probabilidade alta</translation>
    </message>
    <message>
      <source>Cloud, medium probability</source>
      <translation>Nuvem, probabilidade média</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.</source>
      <translation>Os pixels grosseiros além deste limite (-1 a 1) não entram no ajuste de linear e tsharp.</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.</source>
      <translation>Os pixels grosseiros além deste limite (150-400 K) não entram no ajuste de linear e tsharp.</translation>
    </message>
    <message>
      <source>Coarse pixels in the fit</source>
      <translation>Pixels grosseiros no ajuste</translation>
    </message>
    <message>
      <source>Collection to search, needed for source stac.</source>
      <translation>Coleção a pesquisar, necessária para a fonte stac.</translation>
    </message>
    <message>
      <source>Colour bar, and the colour of missing data.</source>
      <translation>Barra de cores, e a cor dos dados ausentes.</translation>
    </message>
    <message>
      <source>Colour ramp</source>
      <translation>Gradiente de cores</translation>
    </message>
    <message>
      <source>Complete scenes</source>
      <translation>Cenas completas</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>Composição</translation>
    </message>
    <message>
      <source>Composite series</source>
      <translation>Série de composições</translation>
    </message>
    <message>
      <source>Composites in the folder</source>
      <translation>Composições na pasta</translation>
    </message>
    <message>
      <source>Composites that failed</source>
      <translation>Composições que falharam</translation>
    </message>
    <message>
      <source>Composite…</source>
      <translation>Composição…</translation>
    </message>
    <message>
      <source>Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.

All frames share one scale of colours: equal values have equal colours in every frame. What is missing or under cloud is grey, what lies outside the area white. Dates with too little to see are left out and named.

The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal Controller), and as a table of their means.</source>
      <translation>Calcula o índice de cada data numa única grade, a partir de cenas do Sentinel-2 ou Sentinel-3 ou de rasters, e desenha um mapa de cada uma, com título, data, barra de cores, barra de escala, seta norte e o limite da área.

Todos os quadros usam a mesma escala de cores: valores iguais têm cores iguais em cada quadro. O que falta ou está sob nuvens fica cinza, o que está fora da área fica branco. As datas em que se vê muito pouco são omitidas e listadas.

Os mapas também podem ser obtidos como arquivos PNG, como rasters com frames.qlr (um grupo com tempos para o Controlador Temporal) e como tabela das suas médias.</translation>
    </message>
    <message>
      <source>Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its statistics in each zone: a polygon, or the pixel at a point.

A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how much was to see.

Smoothing adds a column and leaves the measured means as they are. The chart is one page without any other file.</source>
      <translation>Calcula o índice de cada data, a partir de cenas do Sentinel-2 ou Sentinel-3 ou de rasters, e as suas estatísticas em cada zona: um polígono, ou o pixel num ponto.

Cada pixel conta pela fração exata dele que fica na zona, para que talhões pequenos não sejam avaliados só pelos pixels cujos centros por acaso contêm. O que está sob nuvens não conta; valid_percent diz quanto era visível.

A suavização acrescenta uma coluna e deixa as médias medidas como estão. O gráfico é uma única página, sem nenhum outro arquivo.</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Conexões</translation>
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
      <translation>Corrigir o corregistro</translation>
    </message>
    <message>
      <source>Correlation of the fit</source>
      <translation>Correlação do ajuste</translation>
    </message>
    <message>
      <source>Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water and snow. Periods without any scene are rows with 0, so that gaps show.

The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the longest gaps, a map of the footprints and the size of the download.

Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of their correlation is arithmetic; vegetation of the cloud-free part is free of that.</source>
      <translation>Conta cenas e aquisições por dia, semana ou mês, com a fração média de nuvens, vegetação, água e neve. Períodos sem nenhuma cena são linhas com 0, para que as lacunas apareçam.

O relatório mostra as contagens, um calendário, as nuvens, as médias e as suas correlações, órbitas, quadrículas, as maiores lacunas, um mapa dos contornos das cenas e o tamanho do download.

As porcentagens são as das cenas inteiras, como o catálogo as informa. Elas somam 100, de modo que parte da sua correlação é pura aritmética; a vegetação da parte sem nuvens está livre disso.</translation>
    </message>
    <message>
      <source>Counts the scenes of an area by period, and shows what the archive holds.</source>
      <translation>Conta as cenas de uma área por período, e mostra o que o acervo contém.</translation>
    </message>
    <message>
      <source>Coverage is a share of it.</source>
      <translation>A cobertura é uma fração da área.</translation>
    </message>
    <message>
      <source>Coverage of the area at least [%]</source>
      <translation>Cobertura mínima da área [%]</translation>
    </message>
    <message>
      <source>Covered [%]</source>
      <translation>Cobertura [%]</translation>
    </message>
    <message>
      <source>Curve of the means</source>
      <translation>Curva das médias</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Agendador Dask</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Datas</translation>
    </message>
    <message>
      <source>Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, average or smoothing; the chart draws them hollow.</source>
      <translation>As datas que mostram menos de uma zona (0-100) ficam na tabela com used = false e não entram em nenhuma linha, média nem suavização; o gráfico desenha-as ocas.</translation>
    </message>
    <message>
      <source>Dates that were left out</source>
      <translation>Datas omitidas</translation>
    </message>
    <message>
      <source>Dates with less of the area (0-100) to see are left out, and named.</source>
      <translation>As datas em que se vê menos da área (0-100) são omitidas e listadas.</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Dia</translation>
    </message>
    <message>
      <source>Day and night</source>
      <translation>Dia e noite</translation>
    </message>
    <message>
      <source>Day or night</source>
      <translation>Dia ou noite</translation>
    </message>
    <message>
      <source>Days apart at most</source>
      <translation>Máximo de dias de diferença</translation>
    </message>
    <message>
      <source>Days with scenes</source>
      <translation>Dias com cenas</translation>
    </message>
    <message>
      <source>Degrees Celsius</source>
      <translation>Graus Celsius</translation>
    </message>
    <message>
      <source>Download scenes</source>
      <translation>Download de cenas</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>Downloads</translation>
    </message>
    <message>
      <source>Downloads one after the other, beside your work; the dock lists them</source>
      <translation>Downloads um após o outro, enquanto você trabalha; o painel os lista</translation>
    </message>
    <message>
      <source>Download…</source>
      <translation>Download…</translation>
    </message>
    <message>
      <source>Draws the mean of all dates beneath the map, with a cursor that moves.</source>
      <translation>Desenha a média de todas as datas abaixo do mapa, com um cursor que se move.</translation>
    </message>
    <message>
      <source>Each pass</source>
      <translation>Cada passagem</translation>
    </message>
    <message>
      <source>Each scene gets a folder in it. Use the same one again to go on or to add.</source>
      <translation>Cada cena recebe nela uma pasta. Use a mesma para continuar ou acrescentar.</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>Ambiente</translation>
    </message>
    <message>
      <source>Erode swath edges by [m]</source>
      <translation>Erodir bordas da faixa em [m]</translation>
    </message>
    <message>
      <source>Error of degrade-and-restore (RMS) [K]</source>
      <translation>Erro de degradar e restaurar (RMS) [K]</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Extensão</translation>
    </message>
    <message>
      <source>Fetches the files of scenes: the bands you need, verified, resumable.</source>
      <translation>Obtém os arquivos das cenas: só as bandas necessárias, verificadas, com retomada.</translation>
    </message>
    <message>
      <source>Fetching the picture…</source>
      <translation>Obtendo a imagem…</translation>
    </message>
    <message>
      <source>Field with the zones' names</source>
      <translation>Campo com os nomes das zonas</translation>
    </message>
    <message>
      <source>Files downloaded</source>
      <translation>Arquivos obtidos</translation>
    </message>
    <message>
      <source>Files fetched at the same time, 1-4: CDSE refuses more than four.</source>
      <translation>Arquivos obtidos ao mesmo tempo, 1-4: o CDSE recusa mais de quatro.</translation>
    </message>
    <message>
      <source>Files that failed</source>
      <translation>Arquivos que falharam</translation>
    </message>
    <message>
      <source>Files that were here already</source>
      <translation>Arquivos que já existiam</translation>
    </message>
    <message>
      <source>Fills the column clear: the clear share of the area, from a coarse look at each scene's classification. Every remote scene needs a few small requests.</source>
      <translation>Preenche a coluna clear: a fração da área sem nuvens, por uma leitura grosseira da classificação de cada cena. Cada cena remota exige algumas pequenas solicitações.</translation>
    </message>
    <message>
      <source>Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date by its valid share.</source>
      <translation>Preenche a coluna smoothed: savitzky_golay em passo regular, ou whittaker, que pondera cada data pela sua fração válida.</translation>
    </message>
    <message>
      <source>Find scene pairs</source>
      <translation>Encontrar pares de cenas</translation>
    </message>
    <message>
      <source>Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time.</source>
      <translation>Encontra cenas Sentinel-2 e Sentinel-3 do mesmo terreno e aproximadamente do mesmo momento.</translation>
    </message>
    <message>
      <source>Finds the Sentinel scenes of an area and period as a layer of footprints.</source>
      <translation>Encontra as cenas Sentinel de uma área e de um período, como camada de contornos.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and animates its NDVI.</source>
      <translation>Encontra as cenas de uma área e anima o seu NDVI.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes a cloud-free image of each month.</source>
      <translation>Encontra as cenas de uma área e faz uma imagem sem nuvens de cada mês.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes one cloud-free image of them.</source>
      <translation>Encontra as cenas de uma área e faz delas uma imagem sem nuvens.</translation>
    </message>
    <message>
      <source>Fine NDVI</source>
      <translation>NDVI fino</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Primeiro dia</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Pasta</translation>
    </message>
    <message>
      <source>Folder (for source folder)</source>
      <translation>Pasta (para a fonte folder)</translation>
    </message>
    <message>
      <source>Folder for pictures</source>
      <translation>Pasta para imagens</translation>
    </message>
    <message>
      <source>Folder for rasters</source>
      <translation>Pasta para rasters</translation>
    </message>
    <message>
      <source>Folder for several passes</source>
      <translation>Pasta para várias passagens</translation>
    </message>
    <message>
      <source>Folder for the composites</source>
      <translation>Pasta para as composições</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>Pasta para os arquivos</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>Pasta do ambiente</translation>
    </message>
    <message>
      <source>Folder of the series</source>
      <translation>Pasta da série</translation>
    </message>
    <message>
      <source>Folder on this computer</source>
      <translation>Pasta neste computador</translation>
    </message>
    <message>
      <source>Folder with the scenes</source>
      <translation>Pasta com as cenas</translation>
    </message>
    <message>
      <source>Footprint of the sensor [coarse pixels]</source>
      <translation>Área vista pelo sensor [pixels grosseiros]</translation>
    </message>
    <message>
      <source>For METHOD trees: rasters such as elevation, the first band of each.</source>
      <translation>Para METHOD trees: rasters como a elevação, a primeira banda de cada um.</translation>
    </message>
    <message>
      <source>For method percentile, 0-100: 25 by default, lower is darker and freer of clouds.</source>
      <translation>Para o método percentile, 0-100: 25 por padrão; um valor menor é mais escuro e mais livre de nuvens.</translation>
    </message>
    <message>
      <source>For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days since 1970-01-01.</source>
      <translation>Para os métodos medoid, max_ndvi e latest: uma banda date, o dia da observação de cada pixel em dias desde 1970-01-01.</translation>
    </message>
    <message>
      <source>For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.</source>
      <translation>Para várias passagens: um GeoTIFF de cada, e passes.qlr, um grupo com todas e seus tempos.</translation>
    </message>
    <message>
      <source>Format of dates</source>
      <translation>Formato das datas</translation>
    </message>
    <message>
      <source>Frames of the animation</source>
      <translation>Quadros da animação</translation>
    </message>
    <message>
      <source>Further fine rasters (for trees)</source>
      <translation>Outros rasters finos (para trees)</translation>
    </message>
    <message>
      <source>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)</source>
      <translation>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;PNG animado (*.png)</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of float32, no data where either source has none.</source>
      <translation>GeoTIFF (tif) de float32, sem dados onde alguma das fontes não os tem.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.</source>
      <translation>GeoTIFF (tif) de uma passagem: float32 em unidades físicas, sem dados onde não houve medição livre de nuvens.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768.</source>
      <translation>GeoTIFF (tif) de reflectância x 10000 com a escala no arquivo, sem dados -32768.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.</source>
      <translation>GeoTIFF (tif) de reflectância x 10000, com a escala no arquivo, sem dados -32768, última banda observations.</translation>
    </message>
    <message>
      <source>Given back exactly</source>
      <translation>Devolvido exatamente</translation>
    </message>
    <message>
      <source>Given back, interpolated</source>
      <translation>Devolvido, interpolado</translation>
    </message>
    <message>
      <source>Gridded pass</source>
      <translation>Passagem em grade</translation>
    </message>
    <message>
      <source>Grow the cloud mask by [pixels]</source>
      <translation>Expandir a máscara de nuvens em [pixels]</translation>
    </message>
    <message>
      <source>Grow the mask by [m]</source>
      <translation>Expandir a máscara em [m]</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Arquivos HTML (*.html)</translation>
    </message>
    <message>
      <source>Height [pixels]</source>
      <translation>Altura [pixels]</translation>
    </message>
    <message>
      <source>Height of each frame (200-4096).</source>
      <translation>Altura de cada quadro (200-4096).</translation>
    </message>
    <message>
      <source>Higher values have the same colour. Empty: the index's own (NDVI 1).</source>
      <translation>Valores maiores têm a mesma cor. Vazio: o do próprio índice (NDVI 1).</translation>
    </message>
    <message>
      <source>Highest value of the colours</source>
      <translation>Maior valor das cores</translation>
    </message>
    <message>
      <source>How long each frame is shown (20-60000).</source>
      <translation>Quanto tempo cada quadro é mostrado (20-60000).</translation>
    </message>
    <message>
      <source>How one value is made of many. median ignores what is left of clouds; percentile is safer with few dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation (max_ndvi is not for water or snow).</source>
      <translation>Como de muitos valores se faz um. median ignora os restos de nuvens; percentile é mais seguro com poucas datas; geomedian mantém as bandas coerentes entre si; medoid, max_ndvi e latest usam uma observação inteira (max_ndvi não serve para água nem neve).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>Imagens</translation>
    </message>
    <message>
      <source>Import Sentinel-3</source>
      <translation>Importar Sentinel-3</translation>
    </message>
    <message>
      <source>Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.</source>
      <translation>Inclusive, como 2023-05-31; o dia solar no centro da área. Opcional somente para uma pasta.</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>Índice</translation>
    </message>
    <message>
      <source>Index instead of bands</source>
      <translation>Índice em vez de bandas</translation>
    </message>
    <message>
      <source>Index time series</source>
      <translation>Série temporal de índice</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>Instalar</translation>
    </message>
    <message>
      <source>Installs the libraries that the other algorithms work with. Needed once.</source>
      <translation>Instala as bibliotecas com que os outros algoritmos trabalham. Necessário uma única vez.</translation>
    </message>
    <message>
      <source>Intercept [K]</source>
      <translation>Intercepto [K]</translation>
    </message>
    <message>
      <source>Its interpreter</source>
      <translation>O seu interpretador</translation>
    </message>
    <message>
      <source>Keep older versions of an acquisition</source>
      <translation>Manter versões antigas de uma aquisição</translation>
    </message>
    <message>
      <source>Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else any.</source>
      <translation>Mantém as passagens com o sol acima (day) ou abaixo (night) do horizonte. Vazio: day para o Sentinel-3, senão qualquer uma.</translation>
    </message>
    <message>
      <source>Kelvin</source>
      <translation>Kelvin</translation>
    </message>
    <message>
      <source>Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land surface temperature. Not every source has all.</source>
      <translation>Tipo de cena: Sentinel-2 em reflectância de superfície (L2A) ou no topo da atmosfera (L1C), ou temperatura da superfície terrestre do Sentinel-3. Nem toda fonte tem todos.</translation>
    </message>
    <message>
      <source>LST: surface temperature</source>
      <translation>LST: temperatura de superfície</translation>
    </message>
    <message>
      <source>Largest NDVI of the fit</source>
      <translation>NDVI máximo do ajuste</translation>
    </message>
    <message>
      <source>Largest temperature of the fit [K]</source>
      <translation>Temperatura máxima do ajuste [K]</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Último dia</translation>
    </message>
    <message>
      <source>Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.</source>
      <translation>Camada (gpkg, geojson ou fgb) do terreno que ambas mostram, com o melhor par primeiro.</translation>
    </message>
    <message>
      <source>Layer of footprints (gpkg, geojson or fgb) that the other algorithms take.</source>
      <translation>Camada de contornos das cenas (gpkg, geojson ou fgb) que os outros algoritmos usam como entrada.</translation>
    </message>
    <message>
      <source>Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.</source>
      <translation>Camada das cenas cujos arquivos estão todos aqui (gpkg, geojson ou fgb), para os outros algoritmos.</translation>
    </message>
    <message>
      <source>Least NDVI of the fit</source>
      <translation>NDVI mínimo do ajuste</translation>
    </message>
    <message>
      <source>Least correlation</source>
      <translation>Correlação mínima</translation>
    </message>
    <message>
      <source>Least observations</source>
      <translation>Mínimo de observações</translation>
    </message>
    <message>
      <source>Least temperature of the fit [K]</source>
      <translation>Temperatura mínima do ajuste [K]</translation>
    </message>
    <message>
      <source>Least valid share of a zone [%]</source>
      <translation>Parte válida mínima de uma zona [%]</translation>
    </message>
    <message>
      <source>Least valid share of the area [%]</source>
      <translation>Fração válida mínima da área [%]</translation>
    </message>
    <message>
      <source>Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim of a swath may be odd in some bands.</source>
      <translation>Omite tudo o que fica até esta distância (0-10000 m) de terreno não visto pela passagem: a borda de uma faixa de imageamento pode ter valores estranhos em algumas bandas.</translation>
    </message>
    <message>
      <source>Leaves out products that must be ordered before they can be downloaded.</source>
      <translation>Omite os produtos que precisam ser encomendados antes do download.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Deixado de fora</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Legenda</translation>
    </message>
    <message>
      <source>Linear in NDVI</source>
      <translation>Linear em NDVI</translation>
    </message>
    <message>
      <source>Local detail</source>
      <translation>Detalhe local</translation>
    </message>
    <message>
      <source>Local solar time</source>
      <translation>Hora solar local</translation>
    </message>
    <message>
      <source>Log of the installation</source>
      <translation>Registro da instalação</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>Login</translation>
    </message>
    <message>
      <source>Login at CDSE</source>
      <translation>Login no CDSE</translation>
    </message>
    <message>
      <source>Login at the catalogue</source>
      <translation>Login no catálogo</translation>
    </message>
    <message>
      <source>Lower values have the same colour. Empty: the index's own (NDVI 0).</source>
      <translation>Valores menores têm a mesma cor. Vazio: o do próprio índice (NDVI 0).</translation>
    </message>
    <message>
      <source>Lowest value of the colours</source>
      <translation>Menor valor das cores</translation>
    </message>
    <message>
      <source>MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area.</source>
      <translation>Quadrículas (tiles) MGRS separadas por vírgulas, p. ex. 33TWL,33TXL; podem substituir uma área.</translation>
    </message>
    <message>
      <source>Make it anew</source>
      <translation>Recriar</translation>
    </message>
    <message>
      <source>Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.</source>
      <translation>Cria uma animação GIF, MP4, WebP ou PNG do NDVI ou de outro índice.</translation>
    </message>
    <message>
      <source>Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is configured with): about 220 MB to download and 680 MB on disk, each package checked against its known hash.

QGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.

It is made in one piece: cancelled or failed, the one in use stays as it was.</source>
      <translation>Cria um ambiente Python próprio do complemento a partir do Python Package Index (ou do índice configurado no pip): cerca de 220 MB de download e 680 MB em disco, com cada pacote verificado pelo seu hash conhecido.

O Python do próprio QGIS não é alterado. No Linux usa-se o interpretador do QGIS; no Windows, o uv obtém um das compilações independentes de Python (standalone builds) no GitHub. Proxy e certificados são os do QGIS.

É criado de uma só vez: se houver cancelamento ou falha, o ambiente em uso fica como estava.</translation>
    </message>
    <message>
      <source>Makes a cloud-free image of each month, season or year.</source>
      <translation>Cria uma imagem sem nuvens de cada mês, estação ou ano.</translation>
    </message>
    <message>
      <source>Makes a table and a chart of NDVI or another index in zones over time.</source>
      <translation>Cria uma tabela e um gráfico do NDVI ou de outro índice por zona ao longo do tempo.</translation>
    </message>
    <message>
      <source>Makes one cloud-free image of the Sentinel-2 scenes of a period.</source>
      <translation>Cria uma imagem sem nuvens a partir das cenas Sentinel-2 de um período.</translation>
    </message>
    <message>
      <source>Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface reflectance.

Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.

The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, a missed cloud may show: add dates.

Beside the raster lie a style and a STAC item that names the scenes and repeats the job.</source>
      <translation>Mascara as nuvens e suas sombras com a classificação de cena, faz um só valor do que resta, pixel a pixel (a mediana, a menos que se escolha outra regra), e grava um GeoTIFF otimizado para nuvem (COG) de reflectância de superfície.

Cenas de várias quadrículas e zonas UTM vão para uma única grade; as quadrículas de uma mesma passagem contam como uma só observação. Decide-se para cada produto se ele precisa do offset de reflectância da baseline de processamento 04.00.

A última banda, observations, diz quantos valores sem nuvens cada pixel teve. Onde há menos de seis, uma nuvem não detectada pode aparecer: acrescente datas.

Ao lado do raster ficam um estilo e um item STAC que lista as cenas e permite repetir a tarefa.</translation>
    </message>
    <message>
      <source>Masks everything within this many metres (0-10000) of a masked pixel, too.</source>
      <translation>Mascara também tudo o que fica até esta distância (0-10000 m) de um pixel mascarado.</translation>
    </message>
    <message>
      <source>Masks everything within this many swath pixels (0-100) of cloud, too.</source>
      <translation>Mascara também tudo o que fica até este número (0-100) de pixels da faixa de imageamento de uma nuvem.</translation>
    </message>
    <message>
      <source>Measure clouds inside the area</source>
      <translation>Medir nuvens dentro da área</translation>
    </message>
    <message>
      <source>Median composite</source>
      <translation>Composição mediana</translation>
    </message>
    <message>
      <source>Memory limit [MB]</source>
      <translation>Limite de memória [MB]</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Método</translation>
    </message>
    <message>
      <source>Method used</source>
      <translation>Método usado</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mês</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Mais…</translation>
    </message>
    <message>
      <source>Moves each pixel by its elevation times the tangent of the view angle. Only for products that place mountains as if they were flat; needs geometry_tn.nc.</source>
      <translation>Desloca cada pixel pela sua elevação vezes a tangente do ângulo de visada. Só para produtos que posicionam as montanhas como se fossem planas; requer geometry_tn.nc.</translation>
    </message>
    <message>
      <source>Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report tells of it in any case.</source>
      <translation>Desloca as temperaturas em no máximo meio pixel grosseiro para onde o NDVI se ajusta claramente melhor. O relatório informa sobre isso em qualquer caso.</translation>
    </message>
    <message>
      <source>NDVI animation</source>
      <translation>Animação de NDVI</translation>
    </message>
    <message>
      <source>NDVI from -1 to 1 with pixels finer than those of the temperature.</source>
      <translation>NDVI de -1 a 1 com pixels mais finos que os da temperatura.</translation>
    </message>
    <message>
      <source>Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone.</source>
      <translation>Nome de uma banda, p. ex. B11, ou fraction do Sentinel-3; só para INDEX band.</translation>
    </message>
    <message>
      <source>Names with commas, e.g. S2A,S2B.</source>
      <translation>Nomes separados por vírgulas, p. ex. S2A,S2B.</translation>
    </message>
    <message>
      <source>Near real time (NR)</source>
      <translation>Quase em tempo real (NR)</translation>
    </message>
    <message>
      <source>Near-infrared reflectance (B08), on the same ground as red.</source>
      <translation>Reflectância no infravermelho próximo (B08), do mesmo terreno que o vermelho.</translation>
    </message>
    <message>
      <source>Nearest pixel</source>
      <translation>Pixel mais próximo</translation>
    </message>
    <message>
      <source>Never subtract it</source>
      <translation>Nunca subtrair</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Sem dados</translation>
    </message>
    <message>
      <source>No picture</source>
      <translation>Sem imagem</translation>
    </message>
    <message>
      <source>No program opens {place}.</source>
      <translation>Nenhum programa abre {place}.</translation>
    </message>
    <message>
      <source>No scenes yet</source>
      <translation>Ainda não há cenas</translation>
    </message>
    <message>
      <source>Non-time-critical (NT)</source>
      <translation>Sem urgência (NT)</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Nenhum</translation>
    </message>
    <message>
      <source>None: mask nothing</source>
      <translation>Nenhuma: não mascarar nada</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>Seta norte</translation>
    </message>
    <message>
      <source>Not installed</source>
      <translation>Não instalado</translation>
    </message>
    <message>
      <source>Not vegetated</source>
      <translation>Sem vegetação</translation>
    </message>
    <message>
      <source>Numbers with commas, e.g. 79,122.</source>
      <translation>Números separados por vírgulas, p. ex. 79,122.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products, codes with commas, e.g. PS1,LN2.</source>
      <translation>Dos produtos Sentinel-3, códigos separados por vírgulas, p. ex. PS1,LN2.</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, the best one of each acquisition is kept.</source>
      <translation>Dos produtos Sentinel-3: NT sem urgência (not time critical), ST prazo curto (short time critical), NR quase em tempo real (near real time). Com any, mantém-se o melhor de cada aquisição.</translation>
    </message>
    <message>
      <source>Of a row of the table: day, week (ISO) or month. The report shows all three.</source>
      <translation>De uma linha da tabela: day (dia), week (semana ISO) ou month (mês). O relatório mostra os três.</translation>
    </message>
    <message>
      <source>Of the cloudier one of the two scenes (0-100), as far as it is known.</source>
      <translation>Da mais nublada das duas cenas (0-100), até onde se sabe.</translation>
    </message>
    <message>
      <source>Of the whole tile, 0-100. Scenes that do not state it stay.</source>
      <translation>Da quadrícula inteira, 0-100. As cenas que não informam o valor permanecem.</translation>
    </message>
    <message>
      <source>Offered by searches and downloads. It lies in QGIS's encrypted store.</source>
      <translation>Oferecido nas pesquisas e nos downloads. Fica guardado no armazenamento criptografado do QGIS.</translation>
    </message>
    <message>
      <source>One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the next year), all is one for all dates.</source>
      <translation>Uma composição para cada: dekad são 10 dias, season é DJF, MAM, JJA, SON (dezembro conta para o ano seguinte), all é uma só para todas as datas.</translation>
    </message>
    <message>
      <source>One raster for each tile</source>
      <translation>Um raster por quadrícula</translation>
    </message>
    <message>
      <source>One raster for the whole area</source>
      <translation>Um raster para toda a área</translation>
    </message>
    <message>
      <source>One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.</source>
      <translation>Uma linha por arquivo (gpkg, geojson, fgb ou csv): endereço, bytes, verificação da soma de controle, tentativas, erro.</translation>
    </message>
    <message>
      <source>One row for each period; gpkg, geojson or csv.</source>
      <translation>Uma linha por período; gpkg, geojson ou csv.</translation>
    </message>
    <message>
      <source>One row for each zone and date; gpkg, geojson or csv.</source>
      <translation>Uma linha por zona e data; gpkg, geojson ou csv.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Código de uso único</translation>
    </message>
    <message>
      <source>Online only</source>
      <translation>Somente online</translation>
    </message>
    <message>
      <source>Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are searched without.</source>
      <translation>Só para um catálogo próprio que exija login (Basic ou cabeçalho de API); os embutidos são pesquisados sem login.</translation>
    </message>
    <message>
      <source>Only so many scenes of each tile (and period), the clearest inside the area by their classification; 0 takes all. Fewer are faster.</source>
      <translation>Só este número de cenas de cada quadrícula (e período), as que têm menos nuvens dentro da área segundo a sua classificação; 0 usa todas. Com menos cenas é mais rápido.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
    <message>
      <source>Open in model designer…</source>
      <translation>Abrir no designer de modelo…</translation>
    </message>
    <message>
      <source>Open the group in QGIS</source>
      <translation>Abrir o grupo no QGIS</translation>
    </message>
    <message>
      <source>Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 water or snow, 2 NDVI beyond the fit.</source>
      <translation>GeoTIFF (tif) opcional: incerteza-padrão em K (o intervalo de 90 % é 1,645 vezes esse valor) e flags: 1 água ou neve, 2 NDVI além do ajuste.</translation>
    </message>
    <message>
      <source>Optional PNG of the result as its style shows it, at most 2000 pixels long.</source>
      <translation>PNG opcional do resultado como o seu estilo o mostra, com no máximo 2000 pixels no lado maior.</translation>
    </message>
    <message>
      <source>Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.</source>
      <translation>Camada opcional (gpkg, geojson ou fgb) dos pixels grosseiros: temperatura, NDVI, usado ou não, resíduo.</translation>
    </message>
    <message>
      <source>Optional page (html) with a chart of each zone.</source>
      <translation>Página opcional (html) com um gráfico de cada zona.</translation>
    </message>
    <message>
      <source>Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.</source>
      <translation>GeoTIFF (tif) opcional em cor verdadeira, de 8 bits, em Web Mercator, para mapas na web e apresentações.</translation>
    </message>
    <message>
      <source>Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal Controller.</source>
      <translation>Opcional: um GeoTIFF por data, e frames.qlr, um grupo com todos e seus tempos para o Controlador Temporal.</translation>
    </message>
    <message>
      <source>Optional: every frame as a PNG, named by its date.</source>
      <translation>Opcional: cada quadro como PNG, com a data no nome.</translation>
    </message>
    <message>
      <source>Optional: mean, median, 10th and 90th percentile and valid share by date.</source>
      <translation>Opcional: média, mediana, percentis 10 e 90 e fração válida por data.</translation>
    </message>
    <message>
      <source>Otherwise the animation stops after its last frame.</source>
      <translation>Caso contrário, a animação para no último quadro.</translation>
    </message>
    <message>
      <source>Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of the ways below.</source>
      <translation>Saída de Encontrar pares de cenas: o par selecionado, ou o melhor deles. A sua cena Sentinel-3 precisa estar neste computador. Com ele nada mais é preciso; sem ele, uma temperatura e NDVI, cada um de uma das formas abaixo.</translation>
    </message>
    <message>
      <source>Output of Search scenes or a part of it; of several dates the median NDVI is taken.</source>
      <translation>Saída de Pesquisar cenas ou parte dela; de várias datas usa-se o NDVI mediano.</translation>
    </message>
    <message>
      <source>Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier download, of which only what failed is fetched.</source>
      <translation>Saída de Pesquisar cenas ou de Encontrar pares de cenas, ou qualquer parte dela; ou a tabela de um download anterior, da qual só se obtém o que falhou.</translation>
    </message>
    <message>
      <source>Output of Search scenes with PRODUCT {product}, or any part of it.</source>
      <translation>Saída de Pesquisar cenas com PRODUCT {product}, ou qualquer parte dela.</translation>
    </message>
    <message>
      <source>Output of Search scenes, or any part of it: selected, filtered or saved.</source>
      <translation>Saída de Pesquisar cenas, ou qualquer parte dela: selecionada, filtrada ou salva.</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>Arquivos PNG (*.png)</translation>
    </message>
    <message>
      <source>Page (html) that shows the fit, the maps and how far to trust them.</source>
      <translation>Página (html) que mostra o ajuste, os mapas e até que ponto se pode confiar neles.</translation>
    </message>
    <message>
      <source>Page (html) with charts, calendar, tables and a map.</source>
      <translation>Página (html) com gráficos, calendário, tabelas e um mapa.</translation>
    </message>
    <message>
      <source>Pair and sharpen</source>
      <translation>Pares e refinamento</translation>
    </message>
    <message>
      <source>Pair, to sharpen…</source>
      <translation>Pares, para refinar…</translation>
    </message>
    <message>
      <source>Pairs found</source>
      <translation>Pares encontrados</translation>
    </message>
    <message>
      <source>Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.</source>
      <translation>Forma pares com as cenas Sentinel-2 e Sentinel-3 de uma pasta e refina a temperatura do melhor par.</translation>
    </message>
    <message>
      <source>Pass by day</source>
      <translation>Passagem diurna</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>Percentil</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Imagem</translation>
    </message>
    <message>
      <source>Picture for the web</source>
      <translation>Imagem para a web</translation>
    </message>
    <message>
      <source>Picture of the scene</source>
      <translation>Imagem da cena</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's own is 1000 m.</source>
      <translation>Tamanho do pixel em metros; se for escolhido um SRC em graus ou pés, na unidade dele. O do próprio instrumento é 1000 m.</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).</source>
      <translation>Tamanho do pixel em metros; se for escolhido um SRC em graus ou pés, na unidade dele. Onde for mais grosseiro que uma banda, usa-se a média dos pixels aproveitáveis da banda (no máximo 16 x 16).</translation>
    </message>
    <message>
      <source>Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.</source>
      <translation>Tamanho do pixel dos mapas. Vazio: tantos pixels quantos cabem na largura da página, nunca mais fino que a fonte.</translation>
    </message>
    <message>
      <source>Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.</source>
      <translation>Tamanho do pixel do resultado na unidade do SRC dos rasters finos. Vazio: o deles; para cenas, 10 m.</translation>
    </message>
    <message>
      <source>Pixel size that is worked with. Empty: the source's own.</source>
      <translation>Tamanho do pixel com que se trabalha. Vazio: o da própria fonte.</translation>
    </message>
    <message>
      <source>Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.</source>
      <translation>Os pixels destas classes da classificação de cena (SCL) não são usados. Não escolha nenhuma para usar todos.</translation>
    </message>
    <message>
      <source>Pixels outside are left empty.</source>
      <translation>Os pixels fora da área ficam vazios.</translation>
    </message>
    <message>
      <source>Pixels outside are white.</source>
      <translation>Os pixels fora da área ficam brancos.</translation>
    </message>
    <message>
      <source>Play endlessly</source>
      <translation>Repetir sem fim</translation>
    </message>
    <message>
      <source>Points to true north at the middle of the map.</source>
      <translation>Aponta para o norte verdadeiro no centro do mapa.</translation>
    </message>
    <message>
      <source>Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the extent; without both, the scenes' footprints are taken.</source>
      <translation>Polígonos (ou pontos) em qualquer SRC; só as feições selecionadas, se isso estiver marcado. Prevalece sobre a extensão; sem nenhuma das duas, usam-se os contornos das cenas.</translation>
    </message>
    <message>
      <source>Polygons drawn as a black line on top; by default the area of interest.</source>
      <translation>Polígonos desenhados por cima como linha preta; por padrão, a área de interesse.</translation>
    </message>
    <message>
      <source>Polygons or points in any CRS; each is a zone.</source>
      <translation>Polígonos ou pontos em qualquer SRC; cada um é uma zona.</translation>
    </message>
    <message>
      <source>Processing centres</source>
      <translation>Centros de processamento</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Produto</translation>
    </message>
    <message>
      <source>Proxy (QGIS's network settings)</source>
      <translation>Proxy (configurações de rede do QGIS)</translation>
    </message>
    <message>
      <source>Puts Sentinel-3 surface temperature and NDVI on a map's grid.</source>
      <translation>Coloca a temperatura da superfície e o NDVI do Sentinel-3 na grade de um mapa.</translation>
    </message>
    <message>
      <source>Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks the pairs: first by hours between them, then by how much of the area both cover, then by cloud.

Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of the whole scene; of the two the larger counts.

Download scenes takes the layer as it is and fetches both scenes of each pair.</source>
      <translation>Associa cada cena Sentinel-2 a cada passagem diurna do Sentinel-3 que não esteja muito distante no tempo, e ordena os pares: primeiro pelas horas entre elas, depois por quanto da área ambas cobrem, depois pelas nuvens.

As nuvens são as de dentro da área se as camadas as conhecem (Medir nuvens dentro da área, em Pesquisar cenas), senão as da cena inteira; das duas cenas, conta o valor maior.

Download de cenas aceita a camada como está e obtém as duas cenas de cada par.</translation>
    </message>
    <message>
      <source>Puts the bands of one Sentinel-2 acquisition into one raster.</source>
      <translation>Reúne as bandas de uma aquisição do Sentinel-2 num único raster.</translation>
    </message>
    <message>
      <source>Python itself from the standalone builds on github.com</source>
      <translation>o próprio Python, das compilações independentes (standalone builds) em github.com</translation>
    </message>
    <message>
      <source>Quarter</source>
      <translation>Trimestre</translation>
    </message>
    <message>
      <source>Range such as 09:00-15:00, mean solar time at the centre of the area.</source>
      <translation>Intervalo como 09:00-15:00, hora solar média no centro da área.</translation>
    </message>
    <message>
      <source>Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values themselves; those of several need described bands.</source>
      <translation>Rasters em vez de cenas. A data é a do intervalo de tempo fixo da camada, a da descrição da banda ou a do nome do arquivo (ndvi_2023-05-01.tif). Rasters de uma banda são os próprios valores; os de várias precisam de bandas com descrição.</translation>
    </message>
    <message>
      <source>Rasters made</source>
      <translation>Rasters criados</translation>
    </message>
    <message>
      <source>Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a pass; masks cloud; and puts each quantity on a north-up grid, in physical units.

Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated between the four around it. Nothing is drawn where nothing was measured.

NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a group of all with times for the Temporal Controller.</source>
      <translation>Lê os produtos terrestres do SLSTR (SL_2_LST) tal como vieram do download, em pastas ou zips; une os quadros de uma passagem; mascara as nuvens; e coloca cada grandeza numa grade orientada para o norte, em unidades físicas.

Cada pixel recebe a medição mais próxima, a no máximo três quartos de quilômetro, ou é interpolado entre as quatro ao seu redor. Nada é desenhado onde nada foi medido.

O NDVI só existe de dia. Cenas de várias passagens precisam de uma pasta, que então contém também passes.qlr: um grupo com todas e seus tempos para o Controlador Temporal.</translation>
    </message>
    <message>
      <source>Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.

Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.</source>
      <translation>Lê as bandas escolhidas de uma aquisição, faz o mosaico das suas quadrículas, recorta-as pela área e grava um GeoTIFF otimizado para nuvem (COG) de reflectância de superfície, em cor verdadeira se as bandas permitirem.

Nada é mascarado, a menos que se escolham classes. Várias aquisições são recusadas: use Composição mediana.</translation>
    </message>
    <message>
      <source>Ready models</source>
      <translation>Modelos prontos</translation>
    </message>
    <message>
      <source>Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>Retângulo a usar em vez de uma camada. Em scripts, escreva xmin,xmax,ymin,ymax [EPSG:4326].</translation>
    </message>
    <message>
      <source>Red reflectance (B04), together with the near infrared.</source>
      <translation>Reflectância no vermelho (B04), junto com o infravermelho próximo.</translation>
    </message>
    <message>
      <source>Reflectance offset</source>
      <translation>Offset da reflectância</translation>
    </message>
    <message>
      <source>Regression trees</source>
      <translation>Árvores de regressão</translation>
    </message>
    <message>
      <source>Relative orbits</source>
      <translation>Órbitas relativas</translation>
    </message>
    <message>
      <source>Remove finished</source>
      <translation>Remover concluídos</translation>
    </message>
    <message>
      <source>Replaces an environment that is there but does not work. Off by default.</source>
      <translation>Substitui um ambiente que existe mas não funciona. Desativado por padrão.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Relatório</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Reamostragem</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>Resolução</translation>
    </message>
    <message>
      <source>Resolution [m]</source>
      <translation>Resolução [m]</translation>
    </message>
    <message>
      <source>Right at the middle of the map, on the ground.</source>
      <translation>Correta no centro do mapa, em distância no terreno.</translation>
    </message>
    <message>
      <source>Rows of the table</source>
      <translation>Linhas da tabela</translation>
    </message>
    <message>
      <source>SAFE products (folders or zips) and rasters beside STAC items, subfolders too.</source>
      <translation>Produtos SAFE (pastas ou zips) e rasters ao lado de itens STAC, também em subpastas.</translation>
    </message>
    <message>
      <source>STAC collection</source>
      <translation>Coleção STAC</translation>
    </message>
    <message>
      <source>Same periods of all years together</source>
      <translation>Reunir os mesmos períodos de todos os anos</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Amostras</translation>
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
      <translation>Saturado ou com defeito</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>Barra de escala</translation>
    </message>
    <message>
      <source>Scene pairs</source>
      <translation>Pares de cenas</translation>
    </message>
    <message>
      <source>Scene statistics</source>
      <translation>Estatísticas de cenas</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>Cenas</translation>
    </message>
    <message>
      <source>Scenes at most</source>
      <translation>Máximo de cenas</translation>
    </message>
    <message>
      <source>Scenes counted</source>
      <translation>Cenas contadas</translation>
    </message>
    <message>
      <source>Scenes found</source>
      <translation>Cenas encontradas</translation>
    </message>
    <message>
      <source>Scenes left out by filters</source>
      <translation>Cenas omitidas por filtros</translation>
    </message>
    <message>
      <source>Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay whole.</source>
      <translation>As cenas fora da área são omitidas, e os GeoTIFF otimizados para nuvem (COG) são recortados por ela; os arquivos originais da ESA ficam inteiros.</translation>
    </message>
    <message>
      <source>Scenes that contributed pixels</source>
      <translation>Cenas que contribuíram com pixels</translation>
    </message>
    <message>
      <source>Scenes that do not touch it are left out.</source>
      <translation>As cenas que não tocam a área são omitidas.</translation>
    </message>
    <message>
      <source>Scenes that miss it are not counted.</source>
      <translation>As cenas que não tocam a área não são contadas.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Pesquisar</translation>
    </message>
    <message>
      <source>Search and animation</source>
      <translation>Pesquisa e animação</translation>
    </message>
    <message>
      <source>Search and composite</source>
      <translation>Pesquisa e composição</translation>
    </message>
    <message>
      <source>Search and monthly series</source>
      <translation>Pesquisa e série mensal</translation>
    </message>
    <message>
      <source>Search scenes</source>
      <translation>Pesquisar cenas</translation>
    </message>
    <message>
      <source>Season</source>
      <translation>Estação do ano</translation>
    </message>
    <message>
      <source>Select the scene to be shown.</source>
      <translation>Selecione a cena a ser mostrada.</translation>
    </message>
    <message>
      <source>Sentinel Toolkit</source>
      <translation>Sentinel Toolkit</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C: top of atmosphere</source>
      <translation>Sentinel-2 L1C: topo da atmosfera</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A: surface reflectance</source>
      <translation>Sentinel-2 L2A: reflectância de superfície</translation>
    </message>
    <message>
      <source>Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.</source>
      <translation>Bandas do Sentinel-2 separadas por vírgulas, p. ex. B04,B03,B02; all são as 12 do L2A. Com menos bandas é mais rápido.</translation>
    </message>
    <message>
      <source>Sentinel-2 scenes</source>
      <translation>Cenas Sentinel-2</translation>
    </message>
    <message>
      <source>Sentinel-3 LST: surface temperature</source>
      <translation>Sentinel-3 LST: temperatura de superfície</translation>
    </message>
    <message>
      <source>Sentinel-3 scenes</source>
      <translation>Cenas Sentinel-3</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Séries</translation>
    </message>
    <message>
      <source>Set up environment</source>
      <translation>Configurar ambiente</translation>
    </message>
    <message>
      <source>Set up, repair, diagnostics…</source>
      <translation>Configurar, reparar, diagnosticar…</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Configurar…</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>Configuração</translation>
    </message>
    <message>
      <source>Share of the area inside the footprint, 0-100. 0 keeps all that touch it.</source>
      <translation>Fração da área dentro do contorno da cena, 0-100. 0 mantém todas as que a tocam.</translation>
    </message>
    <message>
      <source>Share of the area with data [%]</source>
      <translation>Fração da área com dados [%]</translation>
    </message>
    <message>
      <source>Share of the composites</source>
      <translation>Parte das composições</translation>
    </message>
    <message>
      <source>Sharpened temperature</source>
      <translation>Temperatura refinada</translation>
    </message>
    <message>
      <source>Sharpens surface temperature with finer NDVI, and says how far to trust it.</source>
      <translation>Refina a temperatura da superfície com um NDVI mais fino, e diz até que ponto se pode confiar nela.</translation>
    </message>
    <message>
      <source>Shift high ground towards the satellite</source>
      <translation>Deslocar terreno elevado em direção ao satélite</translation>
    </message>
    <message>
      <source>Short time critical (ST)</source>
      <translation>De curto prazo (ST)</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Mostrar na pasta</translation>
    </message>
    <message>
      <source>Size [MB]</source>
      <translation>Tamanho [MB]</translation>
    </message>
    <message>
      <source>Slope [K per unit of the predictor]</source>
      <translation>Inclinação [K por unidade do preditor]</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>Suavização</translation>
    </message>
    <message>
      <source>Snow or ice</source>
      <translation>Neve ou gelo</translation>
    </message>
    <message>
      <source>Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid (or on each tile's own).

The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all with times for the Temporal Controller, which can be dragged into any project.

Run it again with the same folder to go on: what is finished is not made again, and more dates may be added. A composite that fails is named, and made by the next run.</source>
      <translation>Separa as cenas em períodos e faz uma composição de cada um, como Composição mediana, todas numa única grade (ou na de cada quadrícula).

A pasta passa a conter um GeoTIFF otimizado para nuvem (COG) e um item STAC de cada composição, um raster virtual por período, uma coleção STAC, uma folha de miniaturas, uma página que as lista, e composites.qlr: um grupo com todas e seus tempos para o Controlador Temporal, que pode ser arrastado para qualquer projeto.

Execute de novo com a mesma pasta para continuar: o que está pronto não é refeito, e podem-se acrescentar datas. Uma composição que falha é indicada, e feita na execução seguinte.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Fonte</translation>
    </message>
    <message>
      <source>Split by tiles</source>
      <translation>Dividir por quadrículas</translation>
    </message>
    <message>
      <source>Stack bands</source>
      <translation>Empilhar bandas</translation>
    </message>
    <message>
      <source>Stacked bands</source>
      <translation>Bandas empilhadas</translation>
    </message>
    <message>
      <source>Stands above every map. Empty: the index and the satellite.</source>
      <translation>Fica acima de cada mapa. Vazio: o índice e o satélite.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Estado</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Estatísticas</translation>
    </message>
    <message>
      <source>Statistics…</source>
      <translation>Estatísticas…</translation>
    </message>
    <message>
      <source>Strict: any cloud test</source>
      <translation>Estrita: qualquer teste de nuvem</translation>
    </message>
    <message>
      <source>Summary of the cloud tests</source>
      <translation>Resumo dos testes de nuvem</translation>
    </message>
    <message>
      <source>Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, or the first.</source>
      <translation>Temperatura da superfície em K ou °C, de um dia de céu limpo, p. ex. a saída de Importar Sentinel-3; a banda LST, ou a primeira.</translation>
    </message>
    <message>
      <source>Table of files</source>
      <translation>Tabela de arquivos</translation>
    </message>
    <message>
      <source>Table of means</source>
      <translation>Tabela das médias</translation>
    </message>
    <message>
      <source>Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is never fetched again, and what was interrupted goes on where it stopped: run the same job again.

From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary Computer only the part of each band that lies in the area.

The layer of complete scenes is what the other algorithms take. The table has a row for each file, with its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.</source>
      <translation>Usa qualquer parte de uma camada de cenas e obtém os arquivos indicados numa única pasta. O que está completo nunca é obtido outra vez, e o que foi interrompido continua de onde parou: basta executar de novo a mesma tarefa.

Do CDSE são obtidos produtos inteiros ou arquivos individuais, com a sua conta; do Earth Search e do Planetary Computer, apenas a parte de cada banda que fica dentro da área.

A camada de cenas completas é a entrada dos outros algoritmos. A tabela tem uma linha por arquivo, com a verificação da soma de controle e o que deu errado; use-a neste algoritmo como Cenas para obter só o que falhou.</translation>
    </message>
    <message>
      <source>Tells the zones apart. Empty: the features' numbers.</source>
      <translation>Distingue as zonas. Vazio: os números das feições.</translation>
    </message>
    <message>
      <source>Terrain shadow</source>
      <translation>Sombra do terreno</translation>
    </message>
    <message>
      <source>The Python environment for the work is missing. It is set up once, before the first job.</source>
      <translation>Falta o ambiente Python para o trabalho. Ele é configurado uma única vez, antes da primeira tarefa.</translation>
    </message>
    <message>
      <source>The Temporal Controller shows the {count} layers one by one.</source>
      <translation>O Controlador Temporal mostra as {count} camadas uma a uma.</translation>
    </message>
    <message>
      <source>The band named below</source>
      <translation>A banda indicada abaixo</translation>
    </message>
    <message>
      <source>The composites go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>As composições vão para uma pasta temporária: o QGIS a apaga ao fechar.</translation>
    </message>
    <message>
      <source>The date of each frame, in its upper right corner.</source>
      <translation>A data de cada quadro, no canto superior direito.</translation>
    </message>
    <message>
      <source>The environment is ready.</source>
      <translation>O ambiente está pronto.</translation>
    </message>
    <message>
      <source>The file's suffix decides: gif, mp4, webp or png.</source>
      <translation>O sufixo do arquivo decide: gif, mp4, webp ou png.</translation>
    </message>
    <message>
      <source>The files go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>Os arquivos vão para uma pasta temporária: o QGIS a apaga ao fechar.</translation>
    </message>
    <message>
      <source>The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the median of NDVI. Empty: the bands.</source>
      <translation>O índice de cada cena é combinado no tempo, em vez das bandas: o NDVI de uma mediana não é a mediana do NDVI. Vazio: as bandas.</translation>
    </message>
    <message>
      <source>The job works in smaller blocks to stay below it; at least 64, useful from 512 on.</source>
      <translation>A tarefa trabalha em blocos menores para ficar abaixo dele; no mínimo 64, útil a partir de 512.</translation>
    </message>
    <message>
      <source>The layer of scenes is gone: search again.</source>
      <translation>A camada de cenas não existe mais: pesquise de novo.</translation>
    </message>
    <message>
      <source>The oldest ones are kept. 10000 by default.</source>
      <translation>As mais antigas são mantidas. Padrão: 10000.</translation>
    </message>
    <message>
      <source>The search as a qgis_process command, into the clipboard</source>
      <translation>A pesquisa como comando qgis_process, na área de transferência</translation>
    </message>
    <message>
      <source>The selected acquisition in true colour: of the area only, where one is set</source>
      <translation>A aquisição selecionada em cor verdadeira: só da área, se houver uma definida</translation>
    </message>
    <message>
      <source>The six digits that your authenticator shows, where your CDSE account asks for them. Works once.</source>
      <translation>Os seis dígitos mostrados pelo seu autenticador, se a sua conta no CDSE os pede. Vale uma só vez.</translation>
    </message>
    <message>
      <source>The temporary folder {folder} could not be deleted.</source>
      <translation>Não foi possível eliminar a pasta temporária {folder}.</translation>
    </message>
    <message>
      <source>The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its known hash.

From: {hosts}. Proxy and certificates are QGIS's.
Folder: {folder}</source>
      <translation>O trabalho é feito por um ambiente Python próprio do complemento, à parte do QGIS: o Python do QGIS não é alterado. Ele é obtido uma única vez: cerca de {download} MB de download e {disk} MB em disco, com cada pacote verificado pelo seu hash conhecido.

Origem: {hosts}. Proxy e certificados são os do QGIS.
Pasta: {folder}</translation>
    </message>
    <message>
      <source>Thermal</source>
      <translation>Térmico</translation>
    </message>
    <message>
      <source>Thermal sharpening</source>
      <translation>Refinamento térmico</translation>
    </message>
    <message>
      <source>Thin cirrus</source>
      <translation>Cirros finos</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>Quadrícula</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Quadrículas</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>Data e hora (UTC)</translation>
    </message>
    <message>
      <source>Time of a frame [ms]</source>
      <translation>Duração de um quadro [ms]</translation>
    </message>
    <message>
      <source>Time series</source>
      <translation>Série temporal</translation>
    </message>
    <message>
      <source>Timeliness</source>
      <translation>Latência</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Título</translation>
    </message>
    <message>
      <source>True colour</source>
      <translation>Cor verdadeira</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Tentar de novo</translation>
    </message>
    <message>
      <source>TsHARP: linear in the fraction of vegetation</source>
      <translation>TsHARP: linear na fração de vegetação</translation>
    </message>
    <message>
      <source>URL of the STAC API for source stac; replaces the built-in address of the other catalogues.</source>
      <translation>URL da API STAC para a fonte stac; substitui o endereço embutido dos outros catálogos.</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incerteza</translation>
    </message>
    <message>
      <source>Unclassified</source>
      <translation>Não classificado</translation>
    </message>
    <message>
      <source>Unit of temperatures</source>
      <translation>Unidade das temperaturas</translation>
    </message>
    <message>
      <source>Unit of the result</source>
      <translation>Unidade do resultado</translation>
    </message>
    <message>
      <source>Unit of the sharpened temperature and of the report: kelvin or celsius.</source>
      <translation>Unidade da temperatura refinada e do relatório: kelvin ou celsius.</translation>
    </message>
    <message>
      <source>Use the same one again to go on, or to add dates.</source>
      <translation>Use a mesma para continuar ou acrescentar datas.</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Variáveis</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>Vegetação</translation>
    </message>
    <message>
      <source>Versions and folders as Markdown, for a report of a problem</source>
      <translation>Versões e pastas em Markdown, para relatar um problema</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Água</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Semana</translation>
    </message>
    <message>
      <source>What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.</source>
      <translation>O que se mostra de cada data. LST é a temperatura da superfície do Sentinel-3; band é a banda indicada abaixo.</translation>
    </message>
    <message>
      <source>What the model leaves</source>
      <translation>Resíduo do modelo</translation>
    </message>
    <message>
      <source>What the model leaves of the coarse pixels (RMS) [K]</source>
      <translation>Resíduo do modelo nos pixels grosseiros (RMS) [K]</translation>
    </message>
    <message>
      <source>Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.</source>
      <translation>Onde um pixel tem menos observações sem nuvens, acrescentam-se cenas além das melhores, começando pela melhor.</translation>
    </message>
    <message>
      <source>Where to look: earth_search and planetary_computer (files that are read where they are, no account), cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC API, or a folder.</source>
      <translation>Onde procurar: earth_search e planetary_computer (arquivos lidos onde estão, sem conta), cdse e cdse_odata (produtos originais da ESA, obtidos por Download de cenas com uma conta), outra API STAC (stac), ou uma pasta (folder).</translation>
    </message>
    <message>
      <source>Width [pixels]</source>
      <translation>Largura [pixels]</translation>
    </message>
    <message>
      <source>Width of each frame (200-4096).</source>
      <translation>Largura de cada quadro (200-4096).</translation>
    </message>
    <message>
      <source>With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).</source>
      <translation>Separados por vírgulas, p. ex. B04,B08,SCL; product é o produto inteiro. Vazio: aquilo de que os outros algoritmos precisam (B02,B03,B04,B08,SCL do L2A, o produto do L1C, temperatura e flags do Sentinel-3).</translation>
    </message>
    <message>
      <source>With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.</source>
      <translation>Separadas por vírgulas, uma banda para cada: LST e LST_uncertainty (K), NDVI, fraction (fração de vegetação), biome (bioma), TCWV (vapor d'água, kg/m2), elevation (elevação, m), view_zenith (ângulo zenital de visada, graus), independent (0 onde um pixel é cópia do vizinho), e as flags exception, confidence, cloud, bayes como bits.</translation>
    </message>
    <message>
      <source>With the selected scenes, or all of them</source>
      <translation>Com as cenas selecionadas, ou com todas</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Execução</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>Ano</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>Zonas</translation>
    </message>
    <message>
      <source>and near infrared</source>
      <translation>e infravermelho próximo</translation>
    </message>
    <message>
      <source>animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3</source>
      <translation>animação,animation,vídeo,gif,mp4,série temporal,timelapse,ndvi,índice,lst,controlador temporal,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply always subtracts, none never does.</source>
      <translation>auto decide para cada produto se é preciso subtrair 1000 (a camada de cenas diz por quê); apply sempre subtrai, none nunca.</translation>
    </message>
    <message>
      <source>auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.</source>
      <translation>auto refina pelo detalhe local onde os dados mostram uma relação, e interpola onde não mostram. linear é uma reta em função do NDVI, tsharp em função da fração de vegetação, trees são árvores de regressão.</translation>
    </message>
    <message>
      <source>auto takes the summary flag and the probabilistic mask (every test in old products without it); summary and bayesian take one of them; strict masks what any test marks; none masks nothing.</source>
      <translation>auto usa a flag de resumo e a máscara probabilística (todos os testes em produtos antigos que não a têm); summary e bayesian usam uma delas; strict mascara o que qualquer teste marcar; none não mascara nada.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automático</translation>
    </message>
    <message>
      <source>bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</source>
      <translation>bandas,bands,cor verdadeira,rgb,recortar,clip,mosaico,reflectância,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>cancelled; what is complete is kept</source>
      <translation>cancelado; o que está completo é mantido</translation>
    </message>
    <message>
      <source>cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance</source>
      <translation>sem nuvens,cloud-free,cloudless,mosaico,composição,composite,mediana,median,sentinel-2,copernicus,reflectância</translation>
    </message>
    <message>
      <source>failed: {error}</source>
      <translation>falhou: {error}</translation>
    </message>
    <message>
      <source>geometric median</source>
      <translation>mediana geométrica</translation>
    </message>
    <message>
      <source>install,environment,dependencies,python,repair</source>
      <translation>instalar,install,ambiente,environment,dependências,python,reparar</translation>
    </message>
    <message>
      <source>kelvin or celsius, for LST alone.</source>
      <translation>kelvin ou celsius, só para LST.</translation>
    </message>
    <message>
      <source>latest</source>
      <translation>mais recente</translation>
    </message>
    <message>
      <source>linear and tsharp are refused unless r is at most minus this (0-1).</source>
      <translation>linear e tsharp são recusados a menos que r seja no máximo este valor com sinal negativo (0-1).</translation>
    </message>
    <message>
      <source>lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</source>
      <translation>lst,temperatura da superfície,surface temperature,downscaling,desagregação,disaggregation,sharpening,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</translation>
    </message>
    <message>
      <source>maximum NDVI</source>
      <translation>NDVI máximo</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>média</translation>
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
      <translation>modelo,cadeia,fluxo de trabalho,workflow,sentinel-2,sentinel-3,copernicus</translation>
    </message>
    <message>
      <source>monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</source>
      <translation>mensal,sazonal,anual,série temporal,time series,sem nuvens,cloud-free,mosaico,composição,composite,mediana,sentinel-2,quadrículas,tiles</translation>
    </message>
    <message>
      <source>nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.</source>
      <translation>nearest mantém os valores medidos; bilinear interpola, mas nunca através de nuvens ou entre códigos.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>nenhum</translation>
    </message>
    <message>
      <source>none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM zone unless a CRS is chosen: for large areas.</source>
      <translation>none cria um raster para toda a área; mgrs cria um para cada quadrícula do Sentinel-2, na sua própria zona UTM, a menos que se escolha um SRC: para áreas grandes.</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>não definida</translation>
    </message>
    <message>
      <source>or Sentinel-2 scenes</source>
      <translation>ou cenas Sentinel-2</translation>
    </message>
    <message>
      <source>or a Sentinel-3 product (.SEN3 or zip)</source>
      <translation>ou um produto Sentinel-3 (.SEN3 ou zip)</translation>
    </message>
    <message>
      <source>or a folder of rasters</source>
      <translation>ou uma pasta de rasters</translation>
    </message>
    <message>
      <source>or coarse temperature</source>
      <translation>ou temperatura grosseira</translation>
    </message>
    <message>
      <source>or extent</source>
      <translation>ou extensão</translation>
    </message>
    <message>
      <source>or one product (.SEN3 or zip)</source>
      <translation>ou um produto (.SEN3 ou zip)</translation>
    </message>
    <message>
      <source>or rasters</source>
      <translation>ou rasters</translation>
    </message>
    <message>
      <source>or red</source>
      <translation>ou vermelho</translation>
    </message>
    <message>
      <source>pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</source>
      <translation>pares,pairs,correspondência,match,mesmo dia,sentinel-2,sentinel-3,térmico,thermal,lst,refinamento,sharpening</translation>
    </message>
    <message>
      <source>percentile {number}</source>
      <translation>percentil {number}</translation>
    </message>
    <message>
      <source>scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their passes.</source>
      <translation>scene cria um quadro por passagem; day, week, dekad (10 dias) e month criam um quadro com a mediana das suas passagens.</translation>
    </message>
    <message>
      <source>selected only</source>
      <translation>só selecionadas</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,download,baixar,descarregar,fetch,banda,produto,retomar,resume,SAFE,COG</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catálogo,catalogue,pesquisar,buscar,search,contorno,footprint,SAFE,earth search,planetary computer,nuvens</translation>
    </message>
    <message>
      <source>sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus</source>
      <translation>sentinel-3,slstr,lst,temperatura da superfície terrestre,land surface temperature,ndvi,faixa,swath,netcdf,sen3,geocodificar,geocode,copernicus</translation>
    </message>
    <message>
      <source>smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; none leaves it out.</source>
      <translation>smooth o devolve, interpolado; exact o faz até que a média de cada pixel grosseiro seja a que foi medida; none o deixa de fora.</translation>
    </message>
    <message>
      <source>statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</source>
      <translation>estatísticas,statistics,acervo,arquivo,archive,disponibilidade,calendário,nuvens,revisita,relatório,copernicus,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>the Python Package Index, or the index that pip is configured with</source>
      <translation>o Python Package Index, ou o índice configurado no pip</translation>
    </message>
    <message>
      <source>the extent below</source>
      <translation>a extensão abaixo</translation>
    </message>
    <message>
      <source>time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</source>
      <translation>série temporal,time series,estatísticas zonais,zonal statistics,ndvi,índice,gráfico,suavização,savitzky-golay,whittaker,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>em espera</translation>
    </message>
    <message>
      <source>{composite} (all years; times in the nominal year 2000)</source>
      <translation>{composite} (todos os anos; tempos no ano nominal 2000)</translation>
    </message>
    <message>
      <source>{count} scenes found.</source>
      <translation>{count} cenas encontradas.</translation>
    </message>
    <message>
      <source>{count} scenes into {place}</source>
      <translation>{count} cenas em {place}</translation>
    </message>
    <message>
      <source>{day}: {count} scenes, least cloud {cloud}</source>
      <translation>{day}: {count} cenas, menor cobertura de nuvens {cloud}</translation>
    </message>
    <message>
      <source>{downloaded} fetched, {skipped} here before, {failed} failed</source>
      <translation>{downloaded} obtidos, {skipped} já existiam, {failed} falharam</translation>
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
      <translation>{name} está no mapa.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{satellite} scenes</source>
      <translation>Cenas {satellite}</translation>
    </message>
    <message>
      <source>{what} ready</source>
      <translation>{what}: pronto</translation>
    </message>
    <message>
      <source>σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.</source>
      <translation>σ do que o sensor vê além do seu pixel (0-1), para local. Vazio: obtido dos dados.</translation>
    </message>
  </context>
</TS>
