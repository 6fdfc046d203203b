<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh-Hans">
  <context>
    <name>SentinelToolkit</name>
    <message>
      <source>10 days (dekad)</source>
      <translation>10 天（旬）</translation>
    </message>
    <message>
      <source>3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, make the whole; finish then writes what shows them all. Empty: all.</source>
      <translation>3/100 只生成一百份中的第三份，这样可在多台计算机上多次运行来完成全部；之后 finish 写出展示全部结果的文件。留空：全部。</translation>
    </message>
    <message>
      <source>A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day.</source>
      <translation>SL_2_LST 的 .SEN3 文件夹、其中的 xfdumanifest.xml 或 zip；须为白天。</translation>
    </message>
    <message>
      <source>A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.</source>
      <translation>.SEN3 文件夹、其中的 xfdumanifest.xml 或 zip，代替影像。</translation>
    </message>
    <message>
      <source>A Python that has the libraries, instead of the plugin's own. Empty: its own.</source>
      <translation>使用已装有所需库的 Python，代替插件自带的环境。留空：使用自带环境。</translation>
    </message>
    <message>
      <source>A model to use as it is, or to take further: right-click, Open in model designer.</source>
      <translation>可直接使用的模型，也可在此基础上扩展：右键单击，选择“在模型构建器中打开”。</translation>
    </message>
    <message>
      <source>A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. Empty: the index's own.</source>
      <translation>Matplotlib 中的名称，例如 RdYlGn、viridis、inferno、BrBG；加 _r 则方向相反。留空：采用该指数自身的设定。</translation>
    </message>
    <message>
      <source>Acquisitions counted</source>
      <translation>统计的成像次数</translation>
    </message>
    <message>
      <source>Add a band with the date</source>
      <translation>添加日期波段</translation>
    </message>
    <message>
      <source>Add to map</source>
      <translation>添加到地图</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>添加到队列</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.</source>
      <translation>Dask 调度器的地址，例如 tcp://10.0.0.1:8786，由其工作进程分担工作；local:4 在本机启动四个进程；gateway+https://… 查找 Dask Gateway 后面的集群。留空：本机。</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, offered by composites. Empty: this computer.</source>
      <translation>Dask 调度器的地址，供合成使用。留空：本机。</translation>
    </message>
    <message>
      <source>Address of the catalogue</source>
      <translation>目录地址</translation>
    </message>
    <message>
      <source>Adds the layers to the project, as a group with times for the Temporal Controller.</source>
      <translation>将图层作为带时间信息的图层组添加到工程，可用于时态控制器。</translation>
    </message>
    <message>
      <source>All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.</source>
      <translation>各年的一月合成为一幅影像，依此类推。其在 QGIS 中的时间位于名义年份 2000 年。</translation>
    </message>
    <message>
      <source>All dates together</source>
      <translation>所有日期合并</translation>
    </message>
    <message>
      <source>All parameters of the search</source>
      <translation>搜索的全部参数</translation>
    </message>
    <message>
      <source>All rasters in a folder, dated as above; its subfolders do not count.</source>
      <translation>文件夹中的所有栅格，日期的确定方式同上；不包括子文件夹。</translation>
    </message>
    <message>
      <source>Always subtract it</source>
      <translation>始终减去</translation>
    </message>
    <message>
      <source>Animate…</source>
      <translation>动画…</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>动画</translation>
    </message>
    <message>
      <source>Another STAC catalogue</source>
      <translation>其他 STAC 目录</translation>
    </message>
    <message>
      <source>Another interpreter</source>
      <translation>其他解释器</translation>
    </message>
    <message>
      <source>Answers of catalogues are fetched again when they are needed.</source>
      <translation>目录的查询结果会在需要时重新获取。</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>任意</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>感兴趣区</translation>
    </message>
    <message>
      <source>As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.</source>
      <translation>采用 strftime 的格式，例如 %d.%m.%Y 或 %B %Y。留空：2023-05-01，或时段的标签。</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>重新查询</translation>
    </message>
    <message>
      <source>Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, tile, orbit, cloud, how much of the area it covers and what else is known.

Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.

Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.

Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept for some hours, so that the same search costs nothing, and works without a network.</source>
      <translation>查询目录或检索文件夹，返回一个图层，每景影像对应一个轮廓：时间、图幅、轨道、云量、对区域的覆盖程度以及其他已知信息。

可以像任何图层一样对其进行筛选和选择；其他算法将该图层或其任意部分作为“影像”输入。

查询目录需要日期和区域。Earth Search 和 Planetary Computer 提供的文件可由其他算法就地读取；CDSE 列出的产品须先通过“下载影像”获取。在文件夹中可以找到 SAFE 产品（文件夹或 zip），以及与 STAC 条目放在一起的 GeoTIFF 或 JP2 文件。

同一次成像有多个版本时，只保留最新的版本，除非您要求保留全部。查询结果会保留几个小时，因此重复同样的搜索无需任何开销，离线时也可使用。</translation>
    </message>
    <message>
      <source>Asks the catalogue even where the same question was answered within the last hours. The answers are kept for work without a network.</source>
      <translation>即使在最近几小时内已查询过同样的内容，也重新查询目录。查询结果会保留，以便离线工作。</translation>
    </message>
    <message>
      <source>Authentication configuration (Basic) with user name and password of your CDSE account. Other sources need none.</source>
      <translation>包含 CDSE 账户用户名和密码的认证配置（Basic）。其他数据源无需登录。</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>Band (for index band)</source>
      <translation>波段（指数为 band 时）</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>波段</translation>
    </message>
    <message>
      <source>Bands or files</source>
      <translation>波段或文件</translation>
    </message>
    <message>
      <source>Bayesian</source>
      <translation>贝叶斯</translation>
    </message>
    <message>
      <source>Best scenes of each tile</source>
      <translation>每个图幅的最佳影像数</translation>
    </message>
    <message>
      <source>Between the two passes (0-366); half an hour is common for the same day.</source>
      <translation>两次过境之间的间隔（0-366）；同一天通常相隔半小时。</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>双线性</translation>
    </message>
    <message>
      <source>Boundary to draw</source>
      <translation>绘制的边界</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>白天</translation>
    </message>
    <message>
      <source>By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only interpolated, and says so.

The link is tested: temperatures are made coarser still, sharpened back, and compared with what they were. The report shows the fit, the maps, this test and the uncertainty of a pixel.

Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields of the same NDVI look the same to the method, water and snow are only interpolated.</source>
      <translation>白天，植被较多的地面温度较低。如果数据在细节上体现出这种关系，更精细的 NDVI 就能说明粗像元内何处较暖、何处较凉。如果没有体现，结果只是插值，并会予以注明。

这种关系会得到检验：将温度进一步降低分辨率，再锐化回来，并与原值比较。报告给出拟合、地图、该检验以及像元的不确定度。

小于粗像元二十分之一的细节大多只是 NDVI 的纹理。NDVI 相同的灌溉地与旱地在该方法看来并无区别，水体和雪只做插值。</translation>
    </message>
    <message>
      <source>By default only the newest processing of each acquisition is kept.</source>
      <translation>默认情况下，每次成像只保留最新处理的版本。</translation>
    </message>
    <message>
      <source>By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.</source>
      <translation>默认采用影像的 CRS；若各景影像的 CRS 不同，则采用区域中心所在的 UTM 分带。</translation>
    </message>
    <message>
      <source>By default the UTM zone of the area's centre.</source>
      <translation>默认采用区域中心所在的 UTM 分带。</translation>
    </message>
    <message>
      <source>By night</source>
      <translation>夜间</translation>
    </message>
    <message>
      <source>CRS of the result</source>
      <translation>结果的 CRS</translation>
    </message>
    <message>
      <source>Cache</source>
      <translation>缓存</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancel download</source>
      <translation>取消下载</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <source>Cancelled. Finished composites are kept; run again to go on where this run stopped.</source>
      <translation>已取消。已完成的合成影像予以保留；再次运行即可从停止处继续。</translation>
    </message>
    <message>
      <source>Cancelled. What is complete is kept; run again to go on where this run stopped.</source>
      <translation>已取消。已完成的部分予以保留；再次运行即可从停止处继续。</translation>
    </message>
    <message>
      <source>Cancelled: nothing was written.</source>
      <translation>已取消：未写入任何内容。</translation>
    </message>
    <message>
      <source>Catalogue</source>
      <translation>数据目录</translation>
    </message>
    <message>
      <source>Catalogue dock</source>
      <translation>数据目录面板</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>图表</translation>
    </message>
    <message>
      <source>Choose a place and dates.</source>
      <translation>请选择地点和日期。</translation>
    </message>
    <message>
      <source>Classes to mask</source>
      <translation>要掩膜的类别</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Clear [%]</source>
      <translation>晴空 [%]</translation>
    </message>
    <message>
      <source>Cloud [%]</source>
      <translation>云量 [%]</translation>
    </message>
    <message>
      <source>Cloud at most</source>
      <translation>最大云量</translation>
    </message>
    <message>
      <source>Cloud at most [%]</source>
      <translation>最大云量 [%]</translation>
    </message>
    <message>
      <source>Cloud mask</source>
      <translation>云掩膜</translation>
    </message>
    <message>
      <source>Cloud shadow</source>
      <translation>云阴影</translation>
    </message>
    <message>
      <source>Cloud, high probability</source>
      <translation>云，高概率</translation>
    </message>
    <message>
      <source>Cloud, medium probability</source>
      <translation>云，中概率</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.</source>
      <translation>超出此值（-1 到 1）的粗像元不参与 linear 和 tsharp 的拟合。</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.</source>
      <translation>超出此值（150-400 K）的粗像元不参与 linear 和 tsharp 的拟合。</translation>
    </message>
    <message>
      <source>Coarse pixels in the fit</source>
      <translation>参与拟合的粗像元数</translation>
    </message>
    <message>
      <source>Collection to search, needed for source stac.</source>
      <translation>要搜索的集合，数据源为 stac 时必填。</translation>
    </message>
    <message>
      <source>Colour bar, and the colour of missing data.</source>
      <translation>色标，以及缺失数据的颜色。</translation>
    </message>
    <message>
      <source>Colour ramp</source>
      <translation>颜色渐变</translation>
    </message>
    <message>
      <source>Complete scenes</source>
      <translation>完整影像</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>合成影像</translation>
    </message>
    <message>
      <source>Composite series</source>
      <translation>合成序列</translation>
    </message>
    <message>
      <source>Composites in the folder</source>
      <translation>文件夹中的合成影像数</translation>
    </message>
    <message>
      <source>Composites that failed</source>
      <translation>失败的合成影像数</translation>
    </message>
    <message>
      <source>Composite…</source>
      <translation>合成…</translation>
    </message>
    <message>
      <source>Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.

All frames share one scale of colours: equal values have equal colours in every frame. What is missing or under cloud is grey, what lies outside the area white. Dates with too little to see are left out and named.

The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal Controller), and as a table of their means.</source>
      <translation>根据 Sentinel-2 或 Sentinel-3 影像或栅格，在同一格网上计算各日期的指数，并为每个日期绘制一幅地图，带有标题、日期、色标、比例尺、指北针和区域边界。

所有帧使用同一色标：相同的值在每一帧中颜色相同。缺失或被云遮挡的部分为灰色，区域以外为白色。可见部分过少的日期将被略去，并予以列出。

地图还可以输出为 PNG 文件、带有 frames.qlr（带时间信息的图层组，可用于时态控制器）的栅格，以及均值表。</translation>
    </message>
    <message>
      <source>Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its statistics in each zone: a polygon, or the pixel at a point.

A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how much was to see.

Smoothing adds a column and leaves the measured means as they are. The chart is one page without any other file.</source>
      <translation>根据 Sentinel-2 或 Sentinel-3 影像或栅格，计算各日期的指数及其在每个分区中的统计值；分区可以是多边形，或点所在的像元。

每个像元按其落在分区内的精确比例计入，因此小地块的结果不取决于恰好有哪些像元的中心落在其中。被云遮挡的部分不计入；valid_percent 说明可见部分的占比。

平滑会添加一列，实测均值保持不变。图表为单个页面，不依赖任何其他文件。</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>连接数</translation>
    </message>
    <message>
      <source>Copernicus Data Space</source>
      <translation>Copernicus Data Space</translation>
    </message>
    <message>
      <source>Copied:</source>
      <translation>已复制：</translation>
    </message>
    <message>
      <source>Copied: {command}</source>
      <translation>已复制：{command}</translation>
    </message>
    <message>
      <source>Copy as command</source>
      <translation>复制为命令</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>复制诊断信息</translation>
    </message>
    <message>
      <source>Correct the register</source>
      <translation>校正配准</translation>
    </message>
    <message>
      <source>Correlation of the fit</source>
      <translation>拟合的相关系数</translation>
    </message>
    <message>
      <source>Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water and snow. Periods without any scene are rows with 0, so that gaps show.

The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the longest gaps, a map of the footprints and the size of the download.

Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of their correlation is arithmetic; vegetation of the cloud-free part is free of that.</source>
      <translation>按日、周或月统计影像数和成像次数，以及云、植被、水体和雪的平均占比。没有任何影像的时段也占一行，值为 0，以便看出空缺。

报告展示数量、日历、云量、均值及其相关性、轨道、图幅、最长的空缺、影像轮廓地图以及下载量。

百分比为目录中注明的整景影像的值。它们之和为 100，因此其相关性有一部分只是算术上的结果；无云部分的植被占比则不受此影响。</translation>
    </message>
    <message>
      <source>Counts the scenes of an area by period, and shows what the archive holds.</source>
      <translation>按时段统计某区域的影像数量，并展示存档的内容。</translation>
    </message>
    <message>
      <source>Coverage is a share of it.</source>
      <translation>覆盖率为其占该区域的比例。</translation>
    </message>
    <message>
      <source>Coverage of the area at least [%]</source>
      <translation>区域最小覆盖率 [%]</translation>
    </message>
    <message>
      <source>Covered [%]</source>
      <translation>覆盖 [%]</translation>
    </message>
    <message>
      <source>Curve of the means</source>
      <translation>均值曲线</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask 调度器</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, average or smoothing; the chart draws them hollow.</source>
      <translation>区域可见比例（0-100）更低的日期保留在表中，used 为 false，不参与连线、平均和平滑；图表中画成空心点。</translation>
    </message>
    <message>
      <source>Dates that were left out</source>
      <translation>略去的日期数</translation>
    </message>
    <message>
      <source>Dates with less of the area (0-100) to see are left out, and named.</source>
      <translation>可见区域占比（0-100）低于此值的日期将被略去，并予以列出。</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日</translation>
    </message>
    <message>
      <source>Day and night</source>
      <translation>白天和夜间</translation>
    </message>
    <message>
      <source>Day or night</source>
      <translation>白天或夜间</translation>
    </message>
    <message>
      <source>Days apart at most</source>
      <translation>最大间隔天数</translation>
    </message>
    <message>
      <source>Days with scenes</source>
      <translation>有影像的日期</translation>
    </message>
    <message>
      <source>Degrees Celsius</source>
      <translation>摄氏度</translation>
    </message>
    <message>
      <source>Download scenes</source>
      <translation>下载影像</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>下载</translation>
    </message>
    <message>
      <source>Downloads one after the other, beside your work; the dock lists them</source>
      <translation>在后台逐个下载，不影响您的工作；面板中会列出这些下载</translation>
    </message>
    <message>
      <source>Download…</source>
      <translation>下载…</translation>
    </message>
    <message>
      <source>Draws the mean of all dates beneath the map, with a cursor that moves.</source>
      <translation>在地图下方绘制所有日期的均值，并带有移动的游标。</translation>
    </message>
    <message>
      <source>Each pass</source>
      <translation>每次过境</translation>
    </message>
    <message>
      <source>Each scene gets a folder in it. Use the same one again to go on or to add.</source>
      <translation>每景影像在其中各有一个文件夹。再次使用同一文件夹即可继续下载或添加影像。</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>环境</translation>
    </message>
    <message>
      <source>Erode swath edges by [m]</source>
      <translation>条带边缘内缩 [m]</translation>
    </message>
    <message>
      <source>Error of degrade-and-restore (RMS) [K]</source>
      <translation>降质与恢复的误差（RMS）[K]</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Fetches the files of scenes: the bands you need, verified, resumable.</source>
      <translation>下载影像文件：只取所需波段，经过校验，可断点续传。</translation>
    </message>
    <message>
      <source>Fetching the picture…</source>
      <translation>正在获取预览图…</translation>
    </message>
    <message>
      <source>Field with the zones' names</source>
      <translation>分区名称字段</translation>
    </message>
    <message>
      <source>Files downloaded</source>
      <translation>已下载的文件数</translation>
    </message>
    <message>
      <source>Files fetched at the same time, 1-4: CDSE refuses more than four.</source>
      <translation>同时下载的文件数，1-4：CDSE 拒绝四个以上的连接。</translation>
    </message>
    <message>
      <source>Files that failed</source>
      <translation>失败的文件数</translation>
    </message>
    <message>
      <source>Files that were here already</source>
      <translation>先前已存在的文件数</translation>
    </message>
    <message>
      <source>Fills the column clear: the clear share of the area, from a coarse look at each scene's classification. Every remote scene needs a few small requests.</source>
      <translation>填写 clear 列：根据每景影像分类的粗略读取得出的区域晴空占比。每景远程影像需要几次小请求。</translation>
    </message>
    <message>
      <source>Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date by its valid share.</source>
      <translation>填写 smoothed 列：savitzky_golay 按规则步长平滑，whittaker 则按各日期的有效占比加权。</translation>
    </message>
    <message>
      <source>Find scene pairs</source>
      <translation>查找影像对</translation>
    </message>
    <message>
      <source>Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time.</source>
      <translation>查找地面相同、时间相近的 Sentinel-2 和 Sentinel-3 影像。</translation>
    </message>
    <message>
      <source>Finds the Sentinel scenes of an area and period as a layer of footprints.</source>
      <translation>搜索某区域和时期的 Sentinel 影像，结果为轮廓图层。</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and animates its NDVI.</source>
      <translation>搜索某区域的影像，并将其 NDVI 制成动画。</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes a cloud-free image of each month.</source>
      <translation>搜索某区域的影像，并为每个月合成一幅无云影像。</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes one cloud-free image of them.</source>
      <translation>搜索某区域的影像，并合成一幅无云影像。</translation>
    </message>
    <message>
      <source>Fine NDVI</source>
      <translation>精细 NDVI</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>起始日期</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Folder (for source folder)</source>
      <translation>文件夹（数据源为 folder 时）</translation>
    </message>
    <message>
      <source>Folder for pictures</source>
      <translation>图片文件夹</translation>
    </message>
    <message>
      <source>Folder for rasters</source>
      <translation>栅格文件夹</translation>
    </message>
    <message>
      <source>Folder for several passes</source>
      <translation>多次过境的文件夹</translation>
    </message>
    <message>
      <source>Folder for the composites</source>
      <translation>合成影像文件夹</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>文件存放文件夹</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>环境文件夹</translation>
    </message>
    <message>
      <source>Folder of the series</source>
      <translation>序列文件夹</translation>
    </message>
    <message>
      <source>Folder on this computer</source>
      <translation>本机上的文件夹</translation>
    </message>
    <message>
      <source>Folder with the scenes</source>
      <translation>影像所在文件夹</translation>
    </message>
    <message>
      <source>Footprint of the sensor [coarse pixels]</source>
      <translation>传感器足迹 [粗像元]</translation>
    </message>
    <message>
      <source>For METHOD trees: rasters such as elevation, the first band of each.</source>
      <translation>METHOD 为 trees 时使用：高程等栅格，各取第一个波段。</translation>
    </message>
    <message>
      <source>For method percentile, 0-100: 25 by default, lower is darker and freer of clouds.</source>
      <translation>用于方法 percentile，0-100：默认 25，值越低则越暗、云越少。</translation>
    </message>
    <message>
      <source>For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days since 1970-01-01.</source>
      <translation>用于方法 medoid、max_ndvi 和 latest：添加波段 date，即每个像元的观测日期，以自 1970-01-01 起的天数表示。</translation>
    </message>
    <message>
      <source>For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.</source>
      <translation>用于多次过境：每次过境一个 GeoTIFF，以及 passes.qlr，即包含全部图层并带时间信息的图层组。</translation>
    </message>
    <message>
      <source>Format of dates</source>
      <translation>日期格式</translation>
    </message>
    <message>
      <source>Frames of the animation</source>
      <translation>动画帧数</translation>
    </message>
    <message>
      <source>Further fine rasters (for trees)</source>
      <translation>其他精细栅格（用于 trees）</translation>
    </message>
    <message>
      <source>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)</source>
      <translation>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;动态 PNG (*.png)</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of float32, no data where either source has none.</source>
      <translation>float32 的 GeoTIFF（tif），任一来源无数据的地方为无数据。</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.</source>
      <translation>单次过境的 GeoTIFF（tif）：物理单位的 float32，没有晴空测量值的地方为无数据。</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768.</source>
      <translation>反射率 x 10000 的 GeoTIFF（tif），比例系数写在文件中，无数据值 -32768。</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.</source>
      <translation>反射率 x 10000 的 GeoTIFF（tif），比例系数写在文件中，无数据值 -32768，最后一个波段为 observations。</translation>
    </message>
    <message>
      <source>Given back exactly</source>
      <translation>精确还原</translation>
    </message>
    <message>
      <source>Given back, interpolated</source>
      <translation>插值还原</translation>
    </message>
    <message>
      <source>Gridded pass</source>
      <translation>格网化的过境</translation>
    </message>
    <message>
      <source>Grow the cloud mask by [pixels]</source>
      <translation>云掩膜外扩 [像元]</translation>
    </message>
    <message>
      <source>Grow the mask by [m]</source>
      <translation>掩膜外扩 [m]</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
      <source>Height [pixels]</source>
      <translation>高度 [像素]</translation>
    </message>
    <message>
      <source>Height of each frame (200-4096).</source>
      <translation>每一帧的高度（200-4096）。</translation>
    </message>
    <message>
      <source>Higher values have the same colour. Empty: the index's own (NDVI 1).</source>
      <translation>更高的值使用相同颜色。留空：采用该指数自身的设定（NDVI 为 1）。</translation>
    </message>
    <message>
      <source>Highest value of the colours</source>
      <translation>颜色的最高值</translation>
    </message>
    <message>
      <source>How long each frame is shown (20-60000).</source>
      <translation>每一帧的显示时长（20-60000）。</translation>
    </message>
    <message>
      <source>How one value is made of many. median ignores what is left of clouds; percentile is safer with few dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation (max_ndvi is not for water or snow).</source>
      <translation>如何将多个值归并为一个值。median 不受残留云的影响；percentile 在日期较少时更稳妥；geomedian 保持波段之间的一致性；medoid、max_ndvi 和 latest 取一次完整的观测（max_ndvi 不适用于水体或雪）。</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>影像制作</translation>
    </message>
    <message>
      <source>Import Sentinel-3</source>
      <translation>导入 Sentinel-3</translation>
    </message>
    <message>
      <source>Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.</source>
      <translation>包含当日，格式如 2023-05-31；按区域中心的太阳日计。仅在数据源为文件夹时可以省略。</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>指数</translation>
    </message>
    <message>
      <source>Index instead of bands</source>
      <translation>用指数代替波段</translation>
    </message>
    <message>
      <source>Index time series</source>
      <translation>指数时间序列</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>安装</translation>
    </message>
    <message>
      <source>Installs the libraries that the other algorithms work with. Needed once.</source>
      <translation>安装其他算法所需的库。只需运行一次。</translation>
    </message>
    <message>
      <source>Intercept [K]</source>
      <translation>截距 [K]</translation>
    </message>
    <message>
      <source>Its interpreter</source>
      <translation>环境的解释器</translation>
    </message>
    <message>
      <source>Keep older versions of an acquisition</source>
      <translation>保留同一次成像的旧版本</translation>
    </message>
    <message>
      <source>Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else any.</source>
      <translation>保留太阳位于地平线以上（day）或以下（night）的过境。留空：Sentinel-3 为 day，其他为 any。</translation>
    </message>
    <message>
      <source>Kelvin</source>
      <translation>开尔文</translation>
    </message>
    <message>
      <source>Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land surface temperature. Not every source has all.</source>
      <translation>影像类型：Sentinel-2 地表反射率（L2A）或大气层顶反射率（L1C），或 Sentinel-3 地表温度。并非每个数据源都提供全部类型。</translation>
    </message>
    <message>
      <source>LST: surface temperature</source>
      <translation>LST：地表温度</translation>
    </message>
    <message>
      <source>Largest NDVI of the fit</source>
      <translation>拟合的最大 NDVI</translation>
    </message>
    <message>
      <source>Largest temperature of the fit [K]</source>
      <translation>拟合的最高温度 [K]</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>结束日期</translation>
    </message>
    <message>
      <source>Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.</source>
      <translation>两景影像共同覆盖的地面的图层（gpkg、geojson 或 fgb），最佳影像对排在最前。</translation>
    </message>
    <message>
      <source>Layer of footprints (gpkg, geojson or fgb) that the other algorithms take.</source>
      <translation>影像轮廓图层（gpkg、geojson 或 fgb），供其他算法使用。</translation>
    </message>
    <message>
      <source>Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.</source>
      <translation>所有文件均已齐备的影像图层（gpkg、geojson 或 fgb），供其他算法使用。</translation>
    </message>
    <message>
      <source>Least NDVI of the fit</source>
      <translation>拟合的最小 NDVI</translation>
    </message>
    <message>
      <source>Least correlation</source>
      <translation>最低相关性</translation>
    </message>
    <message>
      <source>Least observations</source>
      <translation>最少观测数</translation>
    </message>
    <message>
      <source>Least temperature of the fit [K]</source>
      <translation>拟合的最低温度 [K]</translation>
    </message>
    <message>
      <source>Least valid share of a zone [%]</source>
      <translation>区域的最小有效比例 [%]</translation>
    </message>
    <message>
      <source>Least valid share of the area [%]</source>
      <translation>区域最小有效占比 [%]</translation>
    </message>
    <message>
      <source>Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim of a swath may be odd in some bands.</source>
      <translation>略去与本次过境未观测到的地面相距不超过此值（米，0-10000）的所有像元：条带边缘在某些波段中可能异常。</translation>
    </message>
    <message>
      <source>Leaves out products that must be ordered before they can be downloaded.</source>
      <translation>略去必须先订购才能下载的产品。</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>舍去</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>图例</translation>
    </message>
    <message>
      <source>Linear in NDVI</source>
      <translation>NDVI 线性</translation>
    </message>
    <message>
      <source>Local detail</source>
      <translation>局部细节</translation>
    </message>
    <message>
      <source>Local solar time</source>
      <translation>当地太阳时</translation>
    </message>
    <message>
      <source>Log of the installation</source>
      <translation>安装日志</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>登录</translation>
    </message>
    <message>
      <source>Login at CDSE</source>
      <translation>CDSE 登录</translation>
    </message>
    <message>
      <source>Login at the catalogue</source>
      <translation>目录登录</translation>
    </message>
    <message>
      <source>Lower values have the same colour. Empty: the index's own (NDVI 0).</source>
      <translation>更低的值使用相同颜色。留空：采用该指数自身的设定（NDVI 为 0）。</translation>
    </message>
    <message>
      <source>Lowest value of the colours</source>
      <translation>颜色的最低值</translation>
    </message>
    <message>
      <source>MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area.</source>
      <translation>MGRS 图幅，以英文逗号分隔，例如 33TWL,33TXL；可以代替区域。</translation>
    </message>
    <message>
      <source>Make it anew</source>
      <translation>重新创建</translation>
    </message>
    <message>
      <source>Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.</source>
      <translation>将 NDVI 或其他指数制成 GIF、MP4、WebP 或 PNG 动画。</translation>
    </message>
    <message>
      <source>Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is configured with): about 220 MB to download and 680 MB on disk, each package checked against its known hash.

QGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.

It is made in one piece: cancelled or failed, the one in use stays as it was.</source>
      <translation>从 Python 软件包索引（PyPI，或 pip 所配置的索引）创建插件自带的 Python 环境：下载约 220 MB，占用磁盘 680 MB，每个软件包都会按已知的哈希值校验。

QGIS 自身的 Python 不会被改动。在 Linux 上使用 QGIS 的解释器；在 Windows 上由 uv 从 GitHub 上的 Python 独立构建版获取解释器。代理和证书沿用 QGIS 的设置。

环境作为一个整体创建：若取消或失败，正在使用的环境保持原样。</translation>
    </message>
    <message>
      <source>Makes a cloud-free image of each month, season or year.</source>
      <translation>为每个月、季节或年份合成一幅无云影像。</translation>
    </message>
    <message>
      <source>Makes a table and a chart of NDVI or another index in zones over time.</source>
      <translation>制作各分区内 NDVI 或其他指数随时间变化的表格和图表。</translation>
    </message>
    <message>
      <source>Makes one cloud-free image of the Sentinel-2 scenes of a period.</source>
      <translation>将某一时期的 Sentinel-2 影像合成为一幅无云影像。</translation>
    </message>
    <message>
      <source>Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface reflectance.

Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.

The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, a missed cloud may show: add dates.

Beside the raster lie a style and a STAC item that names the scenes and repeats the job.</source>
      <translation>利用场景分类掩膜云及云阴影，逐像元将剩余的值归并为一个值（默认取中值，也可选择其他规则），并输出一个地表反射率的云优化 GeoTIFF（COG）。

多个图幅和 UTM 分带的影像统一到同一格网；同一次过境的各图幅计为一次观测。是否需要处理基线 04.00 的反射率偏移，按每个产品分别判定。

最后一个波段 observations 记录每个像元有多少个晴空值。少于六个时，可能会出现漏检的云：请增加日期。

栅格旁会生成样式和 STAC 条目，后者列出所用影像，并可用于重复该任务。</translation>
    </message>
    <message>
      <source>Masks everything within this many metres (0-10000) of a masked pixel, too.</source>
      <translation>同时掩膜与被掩膜像元相距不超过此值（米，0-10000）的所有像元。</translation>
    </message>
    <message>
      <source>Masks everything within this many swath pixels (0-100) of cloud, too.</source>
      <translation>同时掩膜与云相距不超过此值（条带像元数，0-100）的所有像元。</translation>
    </message>
    <message>
      <source>Measure clouds inside the area</source>
      <translation>测量区域内的云量</translation>
    </message>
    <message>
      <source>Median composite</source>
      <translation>中值合成</translation>
    </message>
    <message>
      <source>Memory limit [MB]</source>
      <translation>内存限制 [MB]</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Method used</source>
      <translation>所用方法</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>月</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>更多…</translation>
    </message>
    <message>
      <source>Moves each pixel by its elevation times the tangent of the view angle. Only for products that place mountains as if they were flat; needs geometry_tn.nc.</source>
      <translation>将每个像元移动其高程乘以观测角正切的距离。仅用于将山地按平地定位的产品；需要 geometry_tn.nc。</translation>
    </message>
    <message>
      <source>Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report tells of it in any case.</source>
      <translation>将温度移动到与 NDVI 吻合明显更好的位置，最多移动半个粗像元。无论是否启用，报告都会说明。</translation>
    </message>
    <message>
      <source>NDVI animation</source>
      <translation>NDVI 动画</translation>
    </message>
    <message>
      <source>NDVI from -1 to 1 with pixels finer than those of the temperature.</source>
      <translation>-1 到 1 的 NDVI，其像元须比温度的像元更精细。</translation>
    </message>
    <message>
      <source>Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone.</source>
      <translation>波段名称，例如 B11，或 Sentinel-3 的 fraction；仅在 INDEX 为 band 时使用。</translation>
    </message>
    <message>
      <source>Names with commas, e.g. S2A,S2B.</source>
      <translation>卫星名称，以英文逗号分隔，例如 S2A,S2B。</translation>
    </message>
    <message>
      <source>Near real time (NR)</source>
      <translation>近实时（NR）</translation>
    </message>
    <message>
      <source>Near-infrared reflectance (B08), on the same ground as red.</source>
      <translation>近红外反射率（B08），与红光的地面范围相同。</translation>
    </message>
    <message>
      <source>Nearest pixel</source>
      <translation>最近像元</translation>
    </message>
    <message>
      <source>Never subtract it</source>
      <translation>从不减去</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>无数据</translation>
    </message>
    <message>
      <source>No picture</source>
      <translation>无预览图</translation>
    </message>
    <message>
      <source>No program opens {place}.</source>
      <translation>没有程序可以打开 {place}。</translation>
    </message>
    <message>
      <source>No scenes yet</source>
      <translation>尚无影像</translation>
    </message>
    <message>
      <source>Non-time-critical (NT)</source>
      <translation>非时间关键（NT）</translation>
    </message>
    <message>
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <source>None: mask nothing</source>
      <translation>无：不掩膜</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>指北针</translation>
    </message>
    <message>
      <source>Not installed</source>
      <translation>未安装</translation>
    </message>
    <message>
      <source>Not vegetated</source>
      <translation>无植被</translation>
    </message>
    <message>
      <source>Numbers with commas, e.g. 79,122.</source>
      <translation>轨道号，以英文逗号分隔，例如 79,122。</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products, codes with commas, e.g. PS1,LN2.</source>
      <translation>Sentinel-3 产品的处理中心代码，以英文逗号分隔，例如 PS1,LN2。</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, the best one of each acquisition is kept.</source>
      <translation>Sentinel-3 产品的时效性：NT 为非时间关键，ST 为短时间关键，NR 为近实时。选择 any 时，每次成像保留最佳的一个。</translation>
    </message>
    <message>
      <source>Of a row of the table: day, week (ISO) or month. The report shows all three.</source>
      <translation>表中每行的时段：day（日）、week（ISO 周）或 month（月）。报告展示全部三种。</translation>
    </message>
    <message>
      <source>Of the cloudier one of the two scenes (0-100), as far as it is known.</source>
      <translation>两景影像中云量较大者的云量（0-100），以已知的为准。</translation>
    </message>
    <message>
      <source>Of the whole tile, 0-100. Scenes that do not state it stay.</source>
      <translation>整个图幅的云量，0-100。未注明云量的影像予以保留。</translation>
    </message>
    <message>
      <source>Offered by searches and downloads. It lies in QGIS's encrypted store.</source>
      <translation>供搜索和下载使用。保存在 QGIS 的加密存储中。</translation>
    </message>
    <message>
      <source>One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the next year), all is one for all dates.</source>
      <translation>每个时段一幅合成影像：dekad 为旬（10 天），season 为 DJF、MAM、JJA、SON 四季（12 月计入下一年），all 为所有日期合成一幅。</translation>
    </message>
    <message>
      <source>One raster for each tile</source>
      <translation>每个图幅一个栅格</translation>
    </message>
    <message>
      <source>One raster for the whole area</source>
      <translation>整个区域一个栅格</translation>
    </message>
    <message>
      <source>One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.</source>
      <translation>每个文件一行（gpkg、geojson、fgb 或 csv）：地址、字节数、校验和检验、尝试次数、错误。</translation>
    </message>
    <message>
      <source>One row for each period; gpkg, geojson or csv.</source>
      <translation>每个时段一行；gpkg、geojson 或 csv。</translation>
    </message>
    <message>
      <source>One row for each zone and date; gpkg, geojson or csv.</source>
      <translation>每个分区和日期一行；gpkg、geojson 或 csv。</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>一次性验证码</translation>
    </message>
    <message>
      <source>Online only</source>
      <translation>仅在线产品</translation>
    </message>
    <message>
      <source>Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are searched without.</source>
      <translation>仅用于您自己的、要求登录的目录（Basic 或 API 请求头）；搜索内置目录无需登录。</translation>
    </message>
    <message>
      <source>Only so many scenes of each tile (and period), the clearest inside the area by their classification; 0 takes all. Fewer are faster.</source>
      <translation>每个图幅（和时段）只取此数量的影像，按其分类选取区域内最晴朗的影像；0 表示全部使用。影像越少速度越快。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open in model designer…</source>
      <translation>在模型构建器中打开…</translation>
    </message>
    <message>
      <source>Open the group in QGIS</source>
      <translation>在 QGIS 中打开图层组</translation>
    </message>
    <message>
      <source>Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 water or snow, 2 NDVI beyond the fit.</source>
      <translation>可选：GeoTIFF（tif），包含以 K 为单位的标准不确定度（其 1.645 倍为 90 % 区间）和标志：1 为水体或雪，2 为 NDVI 超出拟合范围。</translation>
    </message>
    <message>
      <source>Optional PNG of the result as its style shows it, at most 2000 pixels long.</source>
      <translation>可选：按样式显示的结果的 PNG，最长边不超过 2000 像素。</translation>
    </message>
    <message>
      <source>Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.</source>
      <translation>可选：粗像元图层（gpkg、geojson 或 fgb）：温度、NDVI、是否参与拟合、残差。</translation>
    </message>
    <message>
      <source>Optional page (html) with a chart of each zone.</source>
      <translation>可选：包含每个分区图表的页面（html）。</translation>
    </message>
    <message>
      <source>Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.</source>
      <translation>可选：Web 墨卡托投影的 8 位真彩色 GeoTIFF（tif），用于 Web 地图和幻灯片。</translation>
    </message>
    <message>
      <source>Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal Controller.</source>
      <translation>可选：每个日期一个 GeoTIFF，以及 frames.qlr，即包含全部图层并带时间信息的图层组，可用于时态控制器。</translation>
    </message>
    <message>
      <source>Optional: every frame as a PNG, named by its date.</source>
      <translation>可选：每一帧保存为 PNG，以日期命名。</translation>
    </message>
    <message>
      <source>Optional: mean, median, 10th and 90th percentile and valid share by date.</source>
      <translation>可选：各日期的均值、中值、第 10 和第 90 百分位数以及有效占比。</translation>
    </message>
    <message>
      <source>Otherwise the animation stops after its last frame.</source>
      <translation>否则动画在最后一帧后停止。</translation>
    </message>
    <message>
      <source>Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of the ways below.</source>
      <translation>“查找影像对”的输出：选中的影像对，或其中最佳的一对。其 Sentinel-3 影像必须在本机上。给出影像对后无需其他输入；否则需要温度和 NDVI，各按下面的一种方式提供。</translation>
    </message>
    <message>
      <source>Output of Search scenes or a part of it; of several dates the median NDVI is taken.</source>
      <translation>“搜索影像”的输出或其中一部分；有多个日期时取 NDVI 的中值。</translation>
    </message>
    <message>
      <source>Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier download, of which only what failed is fetched.</source>
      <translation>“搜索影像”或“查找影像对”的输出，或其任意部分；也可以是以前下载生成的文件表，此时只下载其中失败的文件。</translation>
    </message>
    <message>
      <source>Output of Search scenes with PRODUCT {product}, or any part of it.</source>
      <translation>PRODUCT 为 {product} 的“搜索影像”输出，或其任意部分。</translation>
    </message>
    <message>
      <source>Output of Search scenes, or any part of it: selected, filtered or saved.</source>
      <translation>“搜索影像”的输出，或其任意部分：选中的、筛选后的或另存的。</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>PNG 文件 (*.png)</translation>
    </message>
    <message>
      <source>Page (html) that shows the fit, the maps and how far to trust them.</source>
      <translation>页面（html），展示拟合、地图以及结果的可信程度。</translation>
    </message>
    <message>
      <source>Page (html) with charts, calendar, tables and a map.</source>
      <translation>包含图表、日历、表格和地图的页面（html）。</translation>
    </message>
    <message>
      <source>Pair and sharpen</source>
      <translation>配对与锐化</translation>
    </message>
    <message>
      <source>Pair, to sharpen…</source>
      <translation>配对以锐化…</translation>
    </message>
    <message>
      <source>Pairs found</source>
      <translation>找到的影像对数</translation>
    </message>
    <message>
      <source>Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.</source>
      <translation>将文件夹中的 Sentinel-2 与 Sentinel-3 影像配对，并对最佳影像对的温度进行锐化。</translation>
    </message>
    <message>
      <source>Pass by day</source>
      <translation>白天过境</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>百分位数</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Picture for the web</source>
      <translation>Web 图片</translation>
    </message>
    <message>
      <source>Picture of the scene</source>
      <translation>影像预览图</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's own is 1000 m.</source>
      <translation>像元大小，以米为单位；若选择以度或英尺为单位的 CRS，则使用该 CRS 的单位。仪器自身的分辨率为 1000 m。</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).</source>
      <translation>像元大小，以米为单位；若选择以度或英尺为单位的 CRS，则使用该 CRS 的单位。比波段分辨率粗时，取该波段可用像元的均值（最多 16 x 16 个）。</translation>
    </message>
    <message>
      <source>Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.</source>
      <translation>地图的像元大小。留空：像元数与页面宽度的像素数相当，且不会比源数据更精细。</translation>
    </message>
    <message>
      <source>Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.</source>
      <translation>结果的像元大小，采用精细栅格 CRS 的单位。留空：与精细栅格相同；使用影像时为 10 m。</translation>
    </message>
    <message>
      <source>Pixel size that is worked with. Empty: the source's own.</source>
      <translation>处理所用的像元大小。留空：源数据自身的像元大小。</translation>
    </message>
    <message>
      <source>Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.</source>
      <translation>场景分类（SCL）中属于这些类别的像元不参与计算。选择 none 则使用全部像元。</translation>
    </message>
    <message>
      <source>Pixels outside are left empty.</source>
      <translation>区域以外的像元留空。</translation>
    </message>
    <message>
      <source>Pixels outside are white.</source>
      <translation>区域以外的像元为白色。</translation>
    </message>
    <message>
      <source>Play endlessly</source>
      <translation>循环播放</translation>
    </message>
    <message>
      <source>Points to true north at the middle of the map.</source>
      <translation>指向地图中心处的真北。</translation>
    </message>
    <message>
      <source>Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the extent; without both, the scenes' footprints are taken.</source>
      <translation>任意 CRS 的多边形（或点）；勾选相应选项时仅使用选中的要素。优先于范围；两者都未给出时，采用影像轮廓。</translation>
    </message>
    <message>
      <source>Polygons drawn as a black line on top; by default the area of interest.</source>
      <translation>以黑线绘制在最上层的多边形；默认为感兴趣区。</translation>
    </message>
    <message>
      <source>Polygons or points in any CRS; each is a zone.</source>
      <translation>任意 CRS 的多边形或点；每个要素为一个分区。</translation>
    </message>
    <message>
      <source>Processing centres</source>
      <translation>处理中心</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <source>Proxy (QGIS's network settings)</source>
      <translation>代理（QGIS 的网络设置）</translation>
    </message>
    <message>
      <source>Puts Sentinel-3 surface temperature and NDVI on a map's grid.</source>
      <translation>将 Sentinel-3 地表温度和 NDVI 放到地图格网上。</translation>
    </message>
    <message>
      <source>Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks the pairs: first by hours between them, then by how much of the area both cover, then by cloud.

Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of the whole scene; of the two the larger counts.

Download scenes takes the layer as it is and fetches both scenes of each pair.</source>
      <translation>将每景 Sentinel-2 影像与时间相隔不太远的每次 Sentinel-3 白天过境配对，并对影像对排序：先按相隔的小时数，再按两者共同覆盖区域的程度，最后按云量。

若图层中有区域内的云量（“搜索影像”的“测量区域内的云量”），则采用该值，否则采用整景影像的云量；两景中取较大者。

“下载影像”可直接使用该图层，下载每个影像对的两景影像。</translation>
    </message>
    <message>
      <source>Puts the bands of one Sentinel-2 acquisition into one raster.</source>
      <translation>将一次 Sentinel-2 成像的各波段放入一个栅格。</translation>
    </message>
    <message>
      <source>Python itself from the standalone builds on github.com</source>
      <translation>Python 本身来自 github.com 上的独立构建版</translation>
    </message>
    <message>
      <source>Quarter</source>
      <translation>季度</translation>
    </message>
    <message>
      <source>Range such as 09:00-15:00, mean solar time at the centre of the area.</source>
      <translation>时间范围，例如 09:00-15:00，按区域中心的平太阳时计。</translation>
    </message>
    <message>
      <source>Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values themselves; those of several need described bands.</source>
      <translation>代替影像的栅格。日期取自图层的固定时间范围、波段描述或文件名（ndvi_2023-05-01.tif）。单波段栅格即为指数值本身；多波段栅格的波段须有描述。</translation>
    </message>
    <message>
      <source>Rasters made</source>
      <translation>生成的栅格数</translation>
    </message>
    <message>
      <source>Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a pass; masks cloud; and puts each quantity on a north-up grid, in physical units.

Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated between the four around it. Nothing is drawn where nothing was measured.

NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a group of all with times for the Temporal Controller.</source>
      <translation>读取下载的 SLSTR 陆地产品（SL_2_LST），文件夹或 zip 均可；拼接同一次过境的各分景；掩膜云；并将各物理量以物理单位放到正北朝上的格网上。

每个像元取最近的测量值（距离不超过四分之三千米），或由周围四个测量值插值得到。没有测量的地方不会绘制任何内容。

NDVI 仅在白天可用。多次过境的影像需要指定文件夹，其中还将包含 passes.qlr：包含全部图层并带时间信息的图层组，可用于时态控制器。</translation>
    </message>
    <message>
      <source>Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.

Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.</source>
      <translation>读取一次成像的所选波段，镶嵌其图幅，裁剪到区域，并输出一个地表反射率的云优化 GeoTIFF（COG）；所选波段允许时以真彩色显示。

除非选择了类别，否则不做任何掩膜。不接受多次成像：请使用“中值合成”。</translation>
    </message>
    <message>
      <source>Ready models</source>
      <translation>现成模型</translation>
    </message>
    <message>
      <source>Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>用来代替图层的矩形。在脚本中写作 xmin,xmax,ymin,ymax [EPSG:4326]。</translation>
    </message>
    <message>
      <source>Red reflectance (B04), together with the near infrared.</source>
      <translation>红光反射率（B04），与近红外一起使用。</translation>
    </message>
    <message>
      <source>Reflectance offset</source>
      <translation>反射率偏移</translation>
    </message>
    <message>
      <source>Regression trees</source>
      <translation>回归树</translation>
    </message>
    <message>
      <source>Relative orbits</source>
      <translation>相对轨道</translation>
    </message>
    <message>
      <source>Remove finished</source>
      <translation>移除已结束的下载</translation>
    </message>
    <message>
      <source>Replaces an environment that is there but does not work. Off by default.</source>
      <translation>替换已存在但无法工作的环境。默认关闭。</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>重采样</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>分辨率</translation>
    </message>
    <message>
      <source>Resolution [m]</source>
      <translation>分辨率 [m]</translation>
    </message>
    <message>
      <source>Right at the middle of the map, on the ground.</source>
      <translation>按地图中心处的实地距离准确绘制。</translation>
    </message>
    <message>
      <source>Rows of the table</source>
      <translation>表的行数</translation>
    </message>
    <message>
      <source>SAFE products (folders or zips) and rasters beside STAC items, subfolders too.</source>
      <translation>SAFE 产品（文件夹或 zip）以及与 STAC 条目放在一起的栅格，包括子文件夹。</translation>
    </message>
    <message>
      <source>STAC collection</source>
      <translation>STAC 集合</translation>
    </message>
    <message>
      <source>Same periods of all years together</source>
      <translation>合并各年的相同时段</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>样本</translation>
    </message>
    <message>
      <source>Satellite</source>
      <translation>卫星</translation>
    </message>
    <message>
      <source>Satellites</source>
      <translation>卫星</translation>
    </message>
    <message>
      <source>Saturated or defective</source>
      <translation>饱和或缺陷</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>比例尺</translation>
    </message>
    <message>
      <source>Scene pairs</source>
      <translation>影像对</translation>
    </message>
    <message>
      <source>Scene statistics</source>
      <translation>影像统计</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>影像</translation>
    </message>
    <message>
      <source>Scenes at most</source>
      <translation>最多影像数</translation>
    </message>
    <message>
      <source>Scenes counted</source>
      <translation>统计的影像数</translation>
    </message>
    <message>
      <source>Scenes found</source>
      <translation>找到的影像</translation>
    </message>
    <message>
      <source>Scenes left out by filters</source>
      <translation>被筛选条件略去的影像数</translation>
    </message>
    <message>
      <source>Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay whole.</source>
      <translation>区域以外的影像将被略去，云优化 GeoTIFF（COG）会裁剪到该区域；ESA 的原始文件保持完整。</translation>
    </message>
    <message>
      <source>Scenes that contributed pixels</source>
      <translation>贡献像元的影像数</translation>
    </message>
    <message>
      <source>Scenes that do not touch it are left out.</source>
      <translation>与其不相交的影像将被略去。</translation>
    </message>
    <message>
      <source>Scenes that miss it are not counted.</source>
      <translation>与该区域不相交的影像不计入。</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search and animation</source>
      <translation>搜索与动画</translation>
    </message>
    <message>
      <source>Search and composite</source>
      <translation>搜索与合成</translation>
    </message>
    <message>
      <source>Search and monthly series</source>
      <translation>搜索与逐月序列</translation>
    </message>
    <message>
      <source>Search scenes</source>
      <translation>搜索影像</translation>
    </message>
    <message>
      <source>Season</source>
      <translation>季节</translation>
    </message>
    <message>
      <source>Select the scene to be shown.</source>
      <translation>请选择要显示的影像。</translation>
    </message>
    <message>
      <source>Sentinel Toolkit</source>
      <translation>Sentinel Toolkit</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C: top of atmosphere</source>
      <translation>Sentinel-2 L1C：大气顶层</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A: surface reflectance</source>
      <translation>Sentinel-2 L2A：地表反射率</translation>
    </message>
    <message>
      <source>Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.</source>
      <translation>Sentinel-2 波段，以英文逗号分隔，例如 B04,B03,B02；all 表示 L2A 的全部 12 个波段。波段越少速度越快。</translation>
    </message>
    <message>
      <source>Sentinel-2 scenes</source>
      <translation>Sentinel-2 影像</translation>
    </message>
    <message>
      <source>Sentinel-3 LST: surface temperature</source>
      <translation>Sentinel-3 LST：地表温度</translation>
    </message>
    <message>
      <source>Sentinel-3 scenes</source>
      <translation>Sentinel-3 影像</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>序列</translation>
    </message>
    <message>
      <source>Set up environment</source>
      <translation>配置环境</translation>
    </message>
    <message>
      <source>Set up, repair, diagnostics…</source>
      <translation>配置、修复、诊断…</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>配置…</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>配置</translation>
    </message>
    <message>
      <source>Share of the area inside the footprint, 0-100. 0 keeps all that touch it.</source>
      <translation>区域落在影像轮廓内的比例，0-100。0 表示保留所有与区域相交的影像。</translation>
    </message>
    <message>
      <source>Share of the area with data [%]</source>
      <translation>区域内有数据的占比 [%]</translation>
    </message>
    <message>
      <source>Share of the composites</source>
      <translation>合成影像的份额</translation>
    </message>
    <message>
      <source>Sharpened temperature</source>
      <translation>锐化后的温度</translation>
    </message>
    <message>
      <source>Sharpens surface temperature with finer NDVI, and says how far to trust it.</source>
      <translation>用更精细的 NDVI 锐化地表温度，并说明结果的可信程度。</translation>
    </message>
    <message>
      <source>Shift high ground towards the satellite</source>
      <translation>将高地朝卫星方向移动</translation>
    </message>
    <message>
      <source>Short time critical (ST)</source>
      <translation>短时间关键（ST）</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <source>Size [MB]</source>
      <translation>大小 [MB]</translation>
    </message>
    <message>
      <source>Slope [K per unit of the predictor]</source>
      <translation>斜率 [K/预测变量单位]</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>平滑</translation>
    </message>
    <message>
      <source>Snow or ice</source>
      <translation>雪或冰</translation>
    </message>
    <message>
      <source>Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid (or on each tile's own).

The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all with times for the Temporal Controller, which can be dragged into any project.

Run it again with the same folder to go on: what is finished is not made again, and more dates may be added. A composite that fails is named, and made by the next run.</source>
      <translation>将影像按时段分组，并像“中值合成”那样为每个时段生成一幅合成影像，全部位于同一格网（或各图幅自身的格网）上。

文件夹中将包含每幅合成影像的云优化 GeoTIFF（COG）和 STAC 条目、每个时段的虚拟栅格、一个 STAC 集合、一张缩略图总览、一个列出它们的页面，以及 composites.qlr：包含全部图层并带时间信息的图层组，可用于时态控制器，也可拖入任意工程。

使用同一文件夹再次运行即可继续：已完成的不会重新生成，也可以增加日期。失败的合成影像会被列出，并在下次运行时生成。</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>数据源</translation>
    </message>
    <message>
      <source>Split by tiles</source>
      <translation>按图幅拆分</translation>
    </message>
    <message>
      <source>Stack bands</source>
      <translation>波段叠加</translation>
    </message>
    <message>
      <source>Stacked bands</source>
      <translation>叠加后的波段</translation>
    </message>
    <message>
      <source>Stands above every map. Empty: the index and the satellite.</source>
      <translation>显示在每幅地图上方。留空：指数和卫星名称。</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <source>Statistics…</source>
      <translation>统计…</translation>
    </message>
    <message>
      <source>Strict: any cloud test</source>
      <translation>严格：任一云检测</translation>
    </message>
    <message>
      <source>Summary of the cloud tests</source>
      <translation>云检测汇总</translation>
    </message>
    <message>
      <source>Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, or the first.</source>
      <translation>晴天的地表温度，单位为 K 或 °C，例如“导入 Sentinel-3”的输出；取波段 LST，否则取第一个波段。</translation>
    </message>
    <message>
      <source>Table of files</source>
      <translation>文件表</translation>
    </message>
    <message>
      <source>Table of means</source>
      <translation>均值表</translation>
    </message>
    <message>
      <source>Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is never fetched again, and what was interrupted goes on where it stopped: run the same job again.

From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary Computer only the part of each band that lies in the area.

The layer of complete scenes is what the other algorithms take. The table has a row for each file, with its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.</source>
      <translation>接受影像图层的任意部分，将您指定的文件下载到一个文件夹。已完成的文件不会重复下载，中断的下载会从停止处继续：再次运行同一任务即可。

从 CDSE 使用您的账户下载整个产品或单个文件；从 Earth Search 和 Planetary Computer 仅下载各波段位于区域内的部分。

完整影像图层可供其他算法使用。文件表中每个文件占一行，记录校验和检验结果及出错原因；将该表作为“影像”交给本算法，即可只下载失败的文件。</translation>
    </message>
    <message>
      <source>Tells the zones apart. Empty: the features' numbers.</source>
      <translation>用于区分各分区。留空：要素的编号。</translation>
    </message>
    <message>
      <source>Terrain shadow</source>
      <translation>地形阴影</translation>
    </message>
    <message>
      <source>The Python environment for the work is missing. It is set up once, before the first job.</source>
      <translation>缺少用于处理的 Python 环境。只需在首次运行任务之前配置一次。</translation>
    </message>
    <message>
      <source>The Temporal Controller shows the {count} layers one by one.</source>
      <translation>时态控制器逐一显示 {count} 个图层。</translation>
    </message>
    <message>
      <source>The band named below</source>
      <translation>下面指定的波段</translation>
    </message>
    <message>
      <source>The composites go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>合成影像将存入临时文件夹：QGIS 关闭时会将其删除。</translation>
    </message>
    <message>
      <source>The date of each frame, in its upper right corner.</source>
      <translation>每一帧的日期，显示在右上角。</translation>
    </message>
    <message>
      <source>The environment is ready.</source>
      <translation>环境已就绪。</translation>
    </message>
    <message>
      <source>The file's suffix decides: gif, mp4, webp or png.</source>
      <translation>格式由文件后缀决定：gif、mp4、webp 或 png。</translation>
    </message>
    <message>
      <source>The files go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>文件将存入临时文件夹：QGIS 关闭时会将其删除。</translation>
    </message>
    <message>
      <source>The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the median of NDVI. Empty: the bands.</source>
      <translation>对每景影像的指数（而非波段）进行时间合成：中值的 NDVI 并不等于 NDVI 的中值。留空：波段。</translation>
    </message>
    <message>
      <source>The job works in smaller blocks to stay below it; at least 64, useful from 512 on.</source>
      <translation>任务以较小的分块处理，使内存低于此限制；至少 64，512 以上较为实用。</translation>
    </message>
    <message>
      <source>The layer of scenes is gone: search again.</source>
      <translation>影像图层已不存在：请重新搜索。</translation>
    </message>
    <message>
      <source>The oldest ones are kept. 10000 by default.</source>
      <translation>保留其中最早的影像。默认 10000。</translation>
    </message>
    <message>
      <source>The search as a qgis_process command, into the clipboard</source>
      <translation>将此搜索作为 qgis_process 命令复制到剪贴板</translation>
    </message>
    <message>
      <source>The selected acquisition in true colour: of the area only, where one is set</source>
      <translation>以真彩色显示所选的一次成像：若设置了区域，则仅显示该区域</translation>
    </message>
    <message>
      <source>The six digits that your authenticator shows, where your CDSE account asks for them. Works once.</source>
      <translation>身份验证器显示的六位数字，在 CDSE 账户要求时填写。仅能使用一次。</translation>
    </message>
    <message>
      <source>The temporary folder {folder} could not be deleted.</source>
      <translation>无法删除临时文件夹 {folder}。</translation>
    </message>
    <message>
      <source>The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its known hash.

From: {hosts}. Proxy and certificates are QGIS's.
Folder: {folder}</source>
      <translation>处理由插件自带的 Python 环境完成，该环境独立于 QGIS：QGIS 的 Python 不会被改动。环境只需获取一次：下载约 {download} MB，占用磁盘 {disk} MB，每个软件包都会按已知的哈希值校验。

来源：{hosts}。代理和证书沿用 QGIS 的设置。
文件夹：{folder}</translation>
    </message>
    <message>
      <source>Thermal</source>
      <translation>热红外</translation>
    </message>
    <message>
      <source>Thermal sharpening</source>
      <translation>热红外锐化</translation>
    </message>
    <message>
      <source>Thin cirrus</source>
      <translation>薄卷云</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>线程数</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>图幅</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>图幅</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>时间（UTC）</translation>
    </message>
    <message>
      <source>Time of a frame [ms]</source>
      <translation>每帧时间 [ms]</translation>
    </message>
    <message>
      <source>Time series</source>
      <translation>时间序列</translation>
    </message>
    <message>
      <source>Timeliness</source>
      <translation>时效性</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>True colour</source>
      <translation>真彩色</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>TsHARP: linear in the fraction of vegetation</source>
      <translation>TsHARP：植被覆盖度线性</translation>
    </message>
    <message>
      <source>URL of the STAC API for source stac; replaces the built-in address of the other catalogues.</source>
      <translation>数据源 stac 的 STAC API 地址（URL）；对于其他目录，将替换其内置地址。</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>不确定度</translation>
    </message>
    <message>
      <source>Unclassified</source>
      <translation>未分类</translation>
    </message>
    <message>
      <source>Unit of temperatures</source>
      <translation>温度单位</translation>
    </message>
    <message>
      <source>Unit of the result</source>
      <translation>结果的单位</translation>
    </message>
    <message>
      <source>Unit of the sharpened temperature and of the report: kelvin or celsius.</source>
      <translation>锐化后的温度和报告的单位：kelvin（开尔文）或 celsius（摄氏度）。</translation>
    </message>
    <message>
      <source>Use the same one again to go on, or to add dates.</source>
      <translation>再次使用同一文件夹即可继续，或增加日期。</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>变量</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>植被</translation>
    </message>
    <message>
      <source>Versions and folders as Markdown, for a report of a problem</source>
      <translation>Markdown 格式的版本和文件夹信息，用于报告问题</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>水体</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>周</translation>
    </message>
    <message>
      <source>What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.</source>
      <translation>各日期所显示的内容。LST 为 Sentinel-3 的地表温度；band 为下面指定的波段。</translation>
    </message>
    <message>
      <source>What the model leaves</source>
      <translation>模型残差</translation>
    </message>
    <message>
      <source>What the model leaves of the coarse pixels (RMS) [K]</source>
      <translation>粗像元的模型残差（RMS）[K]</translation>
    </message>
    <message>
      <source>Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.</source>
      <translation>若某像元的晴空观测少于此数，则在最佳影像之外按优劣次序增加影像。</translation>
    </message>
    <message>
      <source>Where to look: earth_search and planetary_computer (files that are read where they are, no account), cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC API, or a folder.</source>
      <translation>搜索的位置：earth_search 和 planetary_computer（文件就地读取，无需账户）、cdse 和 cdse_odata（ESA 的原始产品，需使用账户通过“下载影像”获取）、其他 STAC API，或文件夹。</translation>
    </message>
    <message>
      <source>Width [pixels]</source>
      <translation>宽度 [像素]</translation>
    </message>
    <message>
      <source>Width of each frame (200-4096).</source>
      <translation>每一帧的宽度（200-4096）。</translation>
    </message>
    <message>
      <source>With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).</source>
      <translation>以英文逗号分隔，例如 B04,B08,SCL；product 表示整个产品。留空：其他算法所需的内容（L2A 的 B02,B03,B04,B08,SCL，L1C 的整个产品，Sentinel-3 的温度和标志）。</translation>
    </message>
    <message>
      <source>With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.</source>
      <translation>以英文逗号分隔，每个变量一个波段：LST 和 LST_uncertainty（K）、NDVI、fraction（植被覆盖度）、biome（生物群系）、TCWV（水汽，kg/m2）、elevation（高程，m）、view_zenith（观测天顶角，度）、independent（像元为相邻像元的副本时为 0），以及按位存储的标志 exception、confidence、cloud、bayes。</translation>
    </message>
    <message>
      <source>With the selected scenes, or all of them</source>
      <translation>使用选中的影像；未选中时使用全部影像</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>处理</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>分区</translation>
    </message>
    <message>
      <source>and near infrared</source>
      <translation>和近红外</translation>
    </message>
    <message>
      <source>animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3</source>
      <translation>动画,视频,gif,mp4,时间序列,延时,animation,video,time series,timelapse,ndvi,指数,index,lst,时态控制器,temporal controller,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply always subtracts, none never does.</source>
      <translation>auto 逐个产品判断是否需要减去 1000（影像图层中注明了原因）；apply 始终减去，none 从不减去。</translation>
    </message>
    <message>
      <source>auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.</source>
      <translation>auto 在数据体现出关系时按局部细节锐化，否则进行插值。linear 为基于 NDVI 的一条直线，tsharp 为基于植被覆盖度的一条直线，trees 为回归树。</translation>
    </message>
    <message>
      <source>auto takes the summary flag and the probabilistic mask (every test in old products without it); summary and bayesian take one of them; strict masks what any test marks; none masks nothing.</source>
      <translation>auto 采用汇总标志和概率掩膜（没有概率掩膜的旧产品则采用全部检测）；summary 和 bayesian 只采用其中之一；strict 掩膜任一检测所标记的像元；none 不做掩膜。</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</source>
      <translation>波段,真彩色,裁剪,镶嵌,反射率,bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>cancelled; what is complete is kept</source>
      <translation>已取消；已完成的部分予以保留</translation>
    </message>
    <message>
      <source>cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance</source>
      <translation>无云,去云,镶嵌,合成,中值,反射率,cloud-free,cloudless,mosaic,composite,median,reflectance,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>failed: {error}</source>
      <translation>失败：{error}</translation>
    </message>
    <message>
      <source>geometric median</source>
      <translation>几何中位数</translation>
    </message>
    <message>
      <source>install,environment,dependencies,python,repair</source>
      <translation>安装,环境,依赖,修复,install,environment,dependencies,python,repair</translation>
    </message>
    <message>
      <source>kelvin or celsius, for LST alone.</source>
      <translation>kelvin（开尔文）或 celsius（摄氏度），仅用于 LST。</translation>
    </message>
    <message>
      <source>latest</source>
      <translation>最新</translation>
    </message>
    <message>
      <source>linear and tsharp are refused unless r is at most minus this (0-1).</source>
      <translation>只有当 r 小于或等于此值（0-1）的相反数时，才会采用 linear 和 tsharp。</translation>
    </message>
    <message>
      <source>lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</source>
      <translation>lst,地表温度,降尺度,分解,锐化,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</translation>
    </message>
    <message>
      <source>maximum NDVI</source>
      <translation>最大 NDVI</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>平均值</translation>
    </message>
    <message>
      <source>median</source>
      <translation>中位数</translation>
    </message>
    <message>
      <source>medoid</source>
      <translation>中心点</translation>
    </message>
    <message>
      <source>model,chain,workflow,sentinel-2,sentinel-3,copernicus</source>
      <translation>模型,链,工作流,model,workflow,sentinel-2,sentinel-3,copernicus</translation>
    </message>
    <message>
      <source>monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</source>
      <translation>逐月,季节,年度,时间序列,无云,镶嵌,合成,中值,图幅,monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</translation>
    </message>
    <message>
      <source>nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.</source>
      <translation>nearest 保留测量值；bilinear 进行插值，但绝不跨越云或在代码值之间插值。</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM zone unless a CRS is chosen: for large areas.</source>
      <translation>none 为整个区域生成一个栅格；mgrs 为 Sentinel-2 的每个图幅生成一个栅格，除非选择了 CRS，否则采用各自的 UTM 分带：适用于大区域。</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>未设置</translation>
    </message>
    <message>
      <source>or Sentinel-2 scenes</source>
      <translation>或 Sentinel-2 影像</translation>
    </message>
    <message>
      <source>or a Sentinel-3 product (.SEN3 or zip)</source>
      <translation>或 Sentinel-3 产品（.SEN3 或 zip）</translation>
    </message>
    <message>
      <source>or a folder of rasters</source>
      <translation>或栅格文件夹</translation>
    </message>
    <message>
      <source>or coarse temperature</source>
      <translation>或粗分辨率温度</translation>
    </message>
    <message>
      <source>or extent</source>
      <translation>或范围</translation>
    </message>
    <message>
      <source>or one product (.SEN3 or zip)</source>
      <translation>或单个产品（.SEN3 或 zip）</translation>
    </message>
    <message>
      <source>or rasters</source>
      <translation>或栅格</translation>
    </message>
    <message>
      <source>or red</source>
      <translation>或红光</translation>
    </message>
    <message>
      <source>pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</source>
      <translation>影像对,配对,匹配,同日,热红外,锐化,pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</translation>
    </message>
    <message>
      <source>percentile {number}</source>
      <translation>第 {number} 百分位数</translation>
    </message>
    <message>
      <source>scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their passes.</source>
      <translation>scene 为每次过境生成一帧；day、week、dekad（旬，10 天）和 month 以时段内各次过境的中值生成一帧。</translation>
    </message>
    <message>
      <source>selected only</source>
      <translation>仅选中的要素</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,下载,获取,波段,产品,断点续传,download,band,product,SAFE,COG</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,目录,搜索,轮廓,云,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</translation>
    </message>
    <message>
      <source>sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus</source>
      <translation>sentinel-3,slstr,lst,地表温度,land surface temperature,ndvi,条带,swath,netcdf,sen3,地理编码,geocode,copernicus</translation>
    </message>
    <message>
      <source>smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; none leaves it out.</source>
      <translation>smooth 将残差插值后加回；exact 反复加回，直到每个粗像元的均值等于测量值；none 不加回残差。</translation>
    </message>
    <message>
      <source>statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</source>
      <translation>统计,存档,可用性,日历,云,重访,报告,statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>the Python Package Index, or the index that pip is configured with</source>
      <translation>Python 软件包索引（PyPI），或 pip 所配置的索引</translation>
    </message>
    <message>
      <source>the extent below</source>
      <translation>使用下方的范围</translation>
    </message>
    <message>
      <source>time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</source>
      <translation>时间序列,分区统计,指数,图表,平滑,time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>{composite} (all years; times in the nominal year 2000)</source>
      <translation>{composite}（所有年份；时间置于名义年份 2000）</translation>
    </message>
    <message>
      <source>{count} scenes found.</source>
      <translation>找到 {count} 景影像。</translation>
    </message>
    <message>
      <source>{count} scenes into {place}</source>
      <translation>{count} 景影像至 {place}</translation>
    </message>
    <message>
      <source>{day}: {count} scenes, least cloud {cloud}</source>
      <translation>{day}：{count} 景影像，最低云量 {cloud}</translation>
    </message>
    <message>
      <source>{downloaded} fetched, {skipped} here before, {failed} failed</source>
      <translation>已下载 {downloaded} 个，已存在 {skipped} 个，失败 {failed} 个</translation>
    </message>
    <message>
      <source>{first}–{last} {year}</source>
      <translation>{year}年{first}–{last}</translation>
    </message>
    <message>
      <source>{month} {year}</source>
      <translation>{year}年{month}</translation>
    </message>
    <message>
      <source>{name} is on the map.</source>
      <translation>{name} 已添加到地图。</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{satellite} scenes</source>
      <translation>{satellite} 景</translation>
    </message>
    <message>
      <source>{what} ready</source>
      <translation>{what}已就绪</translation>
    </message>
    <message>
      <source>σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.</source>
      <translation>传感器在其像元以外所感测范围的 σ（0-1），用于 local。留空：由数据推求。</translation>
    </message>
  </context>
</TS>
