<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
  <context>
    <name>SentinelToolkit</name>
    <message>
      <source>10 days (dekad)</source>
      <translation>10일(순)</translation>
    </message>
    <message>
      <source>3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, make the whole; finish then writes what shows them all. Empty: all.</source>
      <translation>3/100은 백 개 몫 가운데 세 번째만 만들므로 여러 컴퓨터에서 여러 번 실행하여 전체를 만들 수 있습니다. 그다음 finish가 모두를 보여 주는 파일을 씁니다. 비워 두면 전부 만듭니다.</translation>
    </message>
    <message>
      <source>A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day.</source>
      <translation>SL_2_LST의 .SEN3 폴더, 그 안의 xfdumanifest.xml 또는 zip이며, 주간 제품이어야 합니다.</translation>
    </message>
    <message>
      <source>A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.</source>
      <translation>영상 대신 사용할 .SEN3 폴더, 그 안의 xfdumanifest.xml 또는 zip입니다.</translation>
    </message>
    <message>
      <source>A Python that has the libraries, instead of the plugin's own. Empty: its own.</source>
      <translation>플러그인 전용 파이썬 대신 사용할, 라이브러리가 설치된 파이썬입니다. 비워 두면 전용 파이썬을 사용합니다.</translation>
    </message>
    <message>
      <source>A model to use as it is, or to take further: right-click, Open in model designer.</source>
      <translation>그대로 사용하거나 더 발전시킬 수 있는 모델입니다. 마우스 오른쪽 버튼을 클릭한 다음 “모델 설계자에서 열기”를 선택하십시오.</translation>
    </message>
    <message>
      <source>A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. Empty: the index's own.</source>
      <translation>Matplotlib의 색상표 이름입니다(예: RdYlGn, viridis, inferno, BrBG). _r을 붙이면 방향이 반대가 됩니다. 비워 두면 지수의 기본 색상표를 씁니다.</translation>
    </message>
    <message>
      <source>Acquisitions counted</source>
      <translation>집계된 촬영 수</translation>
    </message>
    <message>
      <source>Add a band with the date</source>
      <translation>날짜 밴드 추가</translation>
    </message>
    <message>
      <source>Add to map</source>
      <translation>지도에 추가</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>대기열에 추가</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.</source>
      <translation>작업을 나누어 맡을 워커가 있는 Dask 스케줄러의 주소(예: tcp://10.0.0.1:8786)입니다. local:4는 이 컴퓨터에서 프로세스 네 개를 시작하고, gateway+https://…는 Dask Gateway 뒤의 클러스터를 찾습니다. 비워 두면 이 컴퓨터를 사용합니다.</translation>
    </message>
    <message>
      <source>Address of a Dask scheduler, offered by composites. Empty: this computer.</source>
      <translation>합성 작업에 기본값으로 제시되는 Dask 스케줄러의 주소입니다. 비워 두면 이 컴퓨터를 사용합니다.</translation>
    </message>
    <message>
      <source>Address of the catalogue</source>
      <translation>카탈로그 주소</translation>
    </message>
    <message>
      <source>Adds the layers to the project, as a group with times for the Temporal Controller.</source>
      <translation>시계열 제어기에서 쓸 수 있도록 시간을 지정한 그룹으로 레이어를 프로젝트에 추가합니다.</translation>
    </message>
    <message>
      <source>All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.</source>
      <translation>예를 들어 모든 연도의 1월이 합성 영상 하나가 됩니다. QGIS에서의 시간은 명목 연도 2000년으로 지정됩니다.</translation>
    </message>
    <message>
      <source>All dates together</source>
      <translation>모든 날짜를 함께</translation>
    </message>
    <message>
      <source>All parameters of the search</source>
      <translation>검색의 모든 파라미터</translation>
    </message>
    <message>
      <source>All rasters in a folder, dated as above; its subfolders do not count.</source>
      <translation>폴더에 있는 모든 래스터입니다. 날짜는 위와 같이 정하며, 하위 폴더는 포함하지 않습니다.</translation>
    </message>
    <message>
      <source>Always subtract it</source>
      <translation>항상 빼기</translation>
    </message>
    <message>
      <source>Animate…</source>
      <translation>애니메이션…</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>애니메이션</translation>
    </message>
    <message>
      <source>Another STAC catalogue</source>
      <translation>다른 STAC 카탈로그</translation>
    </message>
    <message>
      <source>Another interpreter</source>
      <translation>다른 인터프리터</translation>
    </message>
    <message>
      <source>Answers of catalogues are fetched again when they are needed.</source>
      <translation>카탈로그의 응답은 필요할 때 다시 가져옵니다.</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>모두</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>영역</translation>
    </message>
    <message>
      <source>Area of interest</source>
      <translation>관심 영역</translation>
    </message>
    <message>
      <source>As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.</source>
      <translation>strftime의 서식을 따릅니다(예: %d.%m.%Y 또는 %B %Y). 비워 두면 2023-05-01과 같은 형태 또는 기간의 라벨을 씁니다.</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>다시 조회</translation>
    </message>
    <message>
      <source>Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, tile, orbit, cloud, how much of the area it covers and what else is known.

Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.

Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.

Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept for some hours, so that the same search costs nothing, and works without a network.</source>
      <translation>카탈로그를 조회하거나 폴더를 훑어, 영상마다 촬영 범위 하나가 있는 레이어를 돌려줍니다. 시각, 타일, 궤도, 구름량, 영역 포함률과 그 밖에 알려진 정보가 담깁니다.

다른 레이어와 똑같이 필터링하고 선택할 수 있습니다. 다른 알고리즘은 이 레이어의 전체 또는 일부를 “영상”으로 입력받습니다.

카탈로그에는 날짜와 영역이 필요합니다. Earth Search와 Planetary Computer는 다른 알고리즘이 원래 위치에서 바로 읽는 파일을 제공하며, CDSE 목록에 있는 것은 먼저 “영상 다운로드”로 가져와야 합니다. 폴더에서는 SAFE 제품(폴더 또는 zip)과, STAC 항목이 함께 있는 GeoTIFF 또는 JP2 파일을 찾습니다.

한 촬영에 여러 버전이 있으면, 모두 요청하지 않는 한 최신 버전만 남깁니다. 응답은 몇 시간 동안 보관되므로 같은 검색을 다시 해도 비용이 들지 않고 네트워크 없이도 작동합니다.</translation>
    </message>
    <message>
      <source>Asks the catalogue even where the same question was answered within the last hours. The answers are kept for work without a network.</source>
      <translation>최근 몇 시간 안에 같은 조회의 응답을 받았더라도 카탈로그를 다시 조회합니다. 응답은 네트워크 없이도 작업할 수 있도록 보관됩니다.</translation>
    </message>
    <message>
      <source>Authentication configuration (Basic) with user name and password of your CDSE account. Other sources need none.</source>
      <translation>CDSE 계정의 사용자 이름과 비밀번호를 담은 인증 환경설정(기본 인증)입니다. 다른 소스에는 필요하지 않습니다.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>자동</translation>
    </message>
    <message>
      <source>Band (for index band)</source>
      <translation>밴드 (지수 band용)</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>밴드</translation>
    </message>
    <message>
      <source>Bands or files</source>
      <translation>밴드 또는 파일</translation>
    </message>
    <message>
      <source>Bayesian</source>
      <translation>베이즈</translation>
    </message>
    <message>
      <source>Best scenes of each tile</source>
      <translation>타일별 최적 영상 수</translation>
    </message>
    <message>
      <source>Between the two passes (0-366); half an hour is common for the same day.</source>
      <translation>두 패스 사이의 일수입니다(0-366). 같은 날이면 보통 30분 정도 차이가 납니다.</translation>
    </message>
    <message>
      <source>Bilinear</source>
      <translation>이중선형</translation>
    </message>
    <message>
      <source>Boundary to draw</source>
      <translation>그릴 경계</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>주간</translation>
    </message>
    <message>
      <source>By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only interpolated, and says so.

The link is tested: temperatures are made coarser still, sharpened back, and compared with what they were. The report shows the fit, the maps, this test and the uncertainty of a pixel.

Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields of the same NDVI look the same to the method, water and snow are only interpolated.</source>
      <translation>낮에는 식생이 많은 지면일수록 온도가 낮습니다. 데이터의 세부에 이 관계가 나타나는 곳에서는, 세밀한 NDVI가 저해상도 픽셀 안의 어디가 따뜻하고 어디가 서늘한지 알려 줍니다. 나타나지 않는 곳에서는 결과를 보간하기만 하며, 그 사실을 알립니다.

이 관계는 검정을 거칩니다. 온도의 해상도를 더 낮춘 다음 다시 샤프닝하여 원래 값과 비교합니다. 보고서에는 적합 결과, 지도, 이 검정, 픽셀의 불확실성이 표시됩니다.

저해상도 픽셀의 20분의 1보다 세밀한 부분은 대부분 NDVI의 질감입니다. NDVI가 같으면 관개 경작지와 건조한 경작지를 구별하지 못하며, 물과 눈은 보간하기만 합니다.</translation>
    </message>
    <message>
      <source>By default only the newest processing of each acquisition is kept.</source>
      <translation>기본적으로 촬영마다 가장 최근에 처리된 것만 남깁니다.</translation>
    </message>
    <message>
      <source>By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.</source>
      <translation>기본값은 영상의 좌표계이며, 영상마다 다르면 영역 중심의 UTM 구역입니다.</translation>
    </message>
    <message>
      <source>By default the UTM zone of the area's centre.</source>
      <translation>기본값은 영역 중심의 UTM 구역입니다.</translation>
    </message>
    <message>
      <source>By night</source>
      <translation>야간</translation>
    </message>
    <message>
      <source>CRS of the result</source>
      <translation>결과 좌표계(CRS)</translation>
    </message>
    <message>
      <source>Cache</source>
      <translation>캐시</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Cancel download</source>
      <translation>다운로드 취소</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>취소되었습니다.</translation>
    </message>
    <message>
      <source>Cancelled. Finished composites are kept; run again to go on where this run stopped.</source>
      <translation>취소되었습니다. 완료된 합성 영상은 유지됩니다. 다시 실행하면 멈춘 지점부터 이어서 작업합니다.</translation>
    </message>
    <message>
      <source>Cancelled. What is complete is kept; run again to go on where this run stopped.</source>
      <translation>취소되었습니다. 완료된 파일은 유지됩니다. 다시 실행하면 멈춘 지점부터 이어받습니다.</translation>
    </message>
    <message>
      <source>Cancelled: nothing was written.</source>
      <translation>취소되었습니다. 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
      <source>Catalogue</source>
      <translation>카탈로그</translation>
    </message>
    <message>
      <source>Catalogue dock</source>
      <translation>카탈로그 도크</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>도표</translation>
    </message>
    <message>
      <source>Choose a place and dates.</source>
      <translation>장소와 날짜를 선택하십시오.</translation>
    </message>
    <message>
      <source>Classes to mask</source>
      <translation>마스크할 클래스</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Clear [%]</source>
      <translation>맑음 [%]</translation>
    </message>
    <message>
      <source>Cloud [%]</source>
      <translation>구름량 [%]</translation>
    </message>
    <message>
      <source>Cloud at most</source>
      <translation>최대 구름량</translation>
    </message>
    <message>
      <source>Cloud at most [%]</source>
      <translation>최대 구름량 [%]</translation>
    </message>
    <message>
      <source>Cloud mask</source>
      <translation>구름 마스크</translation>
    </message>
    <message>
      <source>Cloud shadow</source>
      <translation>구름 그림자</translation>
    </message>
    <message>
      <source>Cloud, high probability</source>
      <translation>구름, 높은 확률</translation>
    </message>
    <message>
      <source>Cloud, medium probability</source>
      <translation>구름, 중간 확률</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.</source>
      <translation>이 한계(-1에서 1까지)를 벗어난 저해상도 픽셀은 linear와 tsharp의 적합에서 제외합니다.</translation>
    </message>
    <message>
      <source>Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.</source>
      <translation>이 한계(150-400 K)를 벗어난 저해상도 픽셀은 linear와 tsharp의 적합에서 제외합니다.</translation>
    </message>
    <message>
      <source>Coarse pixels in the fit</source>
      <translation>적합에 쓰인 저해상도 픽셀 수</translation>
    </message>
    <message>
      <source>Collection to search, needed for source stac.</source>
      <translation>검색할 컬렉션입니다. 소스가 stac이면 반드시 지정해야 합니다.</translation>
    </message>
    <message>
      <source>Colour bar, and the colour of missing data.</source>
      <translation>색상 막대와 결측 데이터의 색상입니다.</translation>
    </message>
    <message>
      <source>Colour ramp</source>
      <translation>그레이디언트 색상표</translation>
    </message>
    <message>
      <source>Complete scenes</source>
      <translation>완전한 영상</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>합성 영상</translation>
    </message>
    <message>
      <source>Composite series</source>
      <translation>합성 시계열</translation>
    </message>
    <message>
      <source>Composites in the folder</source>
      <translation>폴더의 합성 영상 수</translation>
    </message>
    <message>
      <source>Composites that failed</source>
      <translation>실패한 합성 영상 수</translation>
    </message>
    <message>
      <source>Composite…</source>
      <translation>합성…</translation>
    </message>
    <message>
      <source>Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.

All frames share one scale of colours: equal values have equal colours in every frame. What is missing or under cloud is grey, what lies outside the area white. Dates with too little to see are left out and named.

The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal Controller), and as a table of their means.</source>
      <translation>Sentinel-2 또는 Sentinel-3 영상이나 래스터에서 날짜별 지수를 하나의 격자에 계산하고, 제목, 날짜, 색상 막대, 축척 막대, 방위기호, 영역 경계를 넣어 날짜마다 지도를 그립니다.

모든 프레임은 하나의 색상 척도를 공유합니다. 즉 같은 값은 모든 프레임에서 같은 색상입니다. 결측이거나 구름에 가린 곳은 회색, 영역 바깥은 흰색입니다. 보이는 부분이 너무 적은 날짜는 제외하고, 어느 날짜인지 알립니다.

지도를 PNG 파일로, frames.qlr(시계열 제어기에서 쓸 수 있도록 시간을 지정한 그룹)이 딸린 래스터로, 그리고 평균 테이블로도 저장할 수 있습니다.</translation>
    </message>
    <message>
      <source>Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its statistics in each zone: a polygon, or the pixel at a point.

A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how much was to see.

Smoothing adds a column and leaves the measured means as they are. The chart is one page without any other file.</source>
      <translation>Sentinel-2 또는 Sentinel-3 영상이나 래스터에서 날짜별 지수를 계산하고, 구역(폴리곤, 또는 포인트 위치의 픽셀)마다 통계를 냅니다.

각 픽셀은 구역에 들어가는 정확한 비율만큼 반영되므로, 작은 경작지가 우연히 중심점이 포함된 픽셀만으로 평가되는 일이 없습니다. 구름에 가린 곳은 반영하지 않으며, valid_percent가 보이는 부분의 비율을 나타냅니다.

평활화는 열을 하나 추가할 뿐, 측정된 평균은 그대로 둡니다. 도표는 다른 파일이 필요 없는 단일 페이지입니다.</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>동시 연결 수</translation>
    </message>
    <message>
      <source>Copernicus Data Space</source>
      <translation>Copernicus Data Space</translation>
    </message>
    <message>
      <source>Copied:</source>
      <translation>복사함:</translation>
    </message>
    <message>
      <source>Copied: {command}</source>
      <translation>복사함: {command}</translation>
    </message>
    <message>
      <source>Copy as command</source>
      <translation>명령어로 복사</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>진단 정보 복사</translation>
    </message>
    <message>
      <source>Correct the register</source>
      <translation>정합 보정</translation>
    </message>
    <message>
      <source>Correlation of the fit</source>
      <translation>적합의 상관계수</translation>
    </message>
    <message>
      <source>Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water and snow. Periods without any scene are rows with 0, so that gaps show.

The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the longest gaps, a map of the footprints and the size of the download.

Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of their correlation is arithmetic; vegetation of the cloud-free part is free of that.</source>
      <translation>일, 주 또는 월별로 영상과 촬영의 수를 세고, 구름, 식생, 물, 눈의 평균 비율을 구합니다. 영상이 없는 기간도 0인 행으로 넣어 공백이 드러나게 합니다.

보고서에는 개수, 달력, 구름량, 평균과 그 상관관계, 궤도, 타일, 가장 긴 공백, 촬영 범위 지도, 다운로드 크기가 표시됩니다.

백분율은 카탈로그에 명시된 영상 전체의 값입니다. 합이 100이므로 상관관계의 일부는 산술적으로 생긴 것이며, 구름 없는 부분의 식생 비율은 그 영향을 받지 않습니다.</translation>
    </message>
    <message>
      <source>Counts the scenes of an area by period, and shows what the archive holds.</source>
      <translation>영역의 영상을 기간별로 세고, 아카이브에 무엇이 있는지 보여 줍니다.</translation>
    </message>
    <message>
      <source>Coverage is a share of it.</source>
      <translation>포함률은 이 영역에 대한 비율입니다.</translation>
    </message>
    <message>
      <source>Coverage of the area at least [%]</source>
      <translation>최소 영역 포함률 [%]</translation>
    </message>
    <message>
      <source>Covered [%]</source>
      <translation>포함률 [%]</translation>
    </message>
    <message>
      <source>Curve of the means</source>
      <translation>평균 곡선</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask 스케줄러</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>날짜</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>날짜</translation>
    </message>
    <message>
      <source>Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, average or smoothing; the chart draws them hollow.</source>
      <translation>구역이 이보다 적게(0-100) 보이는 날짜는 used가 false로 테이블에 남고, 선과 평균과 평활화에는 쓰이지 않습니다. 도표에는 속이 빈 점으로 그립니다.</translation>
    </message>
    <message>
      <source>Dates that were left out</source>
      <translation>제외된 날짜 수</translation>
    </message>
    <message>
      <source>Dates with less of the area (0-100) to see are left out, and named.</source>
      <translation>영역에서 보이는 비율(0-100)이 이보다 작은 날짜는 제외하고, 어느 날짜인지 알립니다.</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>일</translation>
    </message>
    <message>
      <source>Day and night</source>
      <translation>주간과 야간</translation>
    </message>
    <message>
      <source>Day or night</source>
      <translation>주간 또는 야간</translation>
    </message>
    <message>
      <source>Days apart at most</source>
      <translation>최대 일수 차이</translation>
    </message>
    <message>
      <source>Days with scenes</source>
      <translation>영상이 있는 날짜</translation>
    </message>
    <message>
      <source>Degrees Celsius</source>
      <translation>섭씨</translation>
    </message>
    <message>
      <source>Download scenes</source>
      <translation>영상 다운로드</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>다운로드</translation>
    </message>
    <message>
      <source>Downloads one after the other, beside your work; the dock lists them</source>
      <translation>작업과 병행하여 하나씩 차례로 다운로드 (도크에 목록 표시)</translation>
    </message>
    <message>
      <source>Download…</source>
      <translation>다운로드…</translation>
    </message>
    <message>
      <source>Draws the mean of all dates beneath the map, with a cursor that moves.</source>
      <translation>모든 날짜의 평균을 지도 아래에 그리고, 움직이는 커서를 표시합니다.</translation>
    </message>
    <message>
      <source>Each pass</source>
      <translation>각 패스</translation>
    </message>
    <message>
      <source>Each scene gets a folder in it. Use the same one again to go on or to add.</source>
      <translation>폴더 안에 영상마다 하위 폴더를 만듭니다. 이어받거나 추가하려면 같은 폴더를 다시 지정하십시오.</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>환경</translation>
    </message>
    <message>
      <source>Erode swath edges by [m]</source>
      <translation>관측폭 가장자리 깎기 [m]</translation>
    </message>
    <message>
      <source>Error of degrade-and-restore (RMS) [K]</source>
      <translation>저하-복원 오차(RMS) [K]</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>범위</translation>
    </message>
    <message>
      <source>Fetches the files of scenes: the bands you need, verified, resumable.</source>
      <translation>영상에서 필요한 밴드의 파일을 가져옵니다. 파일을 검증하며, 중단되어도 이어받을 수 있습니다.</translation>
    </message>
    <message>
      <source>Fetching the picture…</source>
      <translation>이미지를 가져오는 중…</translation>
    </message>
    <message>
      <source>Field with the zones' names</source>
      <translation>구역 이름 필드</translation>
    </message>
    <message>
      <source>Files downloaded</source>
      <translation>다운로드한 파일 수</translation>
    </message>
    <message>
      <source>Files fetched at the same time, 1-4: CDSE refuses more than four.</source>
      <translation>동시에 가져오는 파일의 수입니다(1-4). CDSE는 4개를 초과하면 거부합니다.</translation>
    </message>
    <message>
      <source>Files that failed</source>
      <translation>실패한 파일 수</translation>
    </message>
    <message>
      <source>Files that were here already</source>
      <translation>이미 있던 파일 수</translation>
    </message>
    <message>
      <source>Fills the column clear: the clear share of the area, from a coarse look at each scene's classification. Every remote scene needs a few small requests.</source>
      <translation>각 영상의 분류를 낮은 해상도로 읽어, 영역의 맑은 비율을 clear 열에 채웁니다. 원격 영상마다 작은 요청이 몇 번 필요합니다.</translation>
    </message>
    <message>
      <source>Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date by its valid share.</source>
      <translation>smoothed 열을 채웁니다. savitzky_golay는 일정한 간격으로 평활화하고, whittaker는 유효 비율로 각 날짜에 가중치를 줍니다.</translation>
    </message>
    <message>
      <source>Find scene pairs</source>
      <translation>영상 쌍 찾기</translation>
    </message>
    <message>
      <source>Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time.</source>
      <translation>같은 지역을 거의 같은 시각에 촬영한 Sentinel-2 영상과 Sentinel-3 영상을 찾습니다.</translation>
    </message>
    <message>
      <source>Finds the Sentinel scenes of an area and period as a layer of footprints.</source>
      <translation>영역과 기간에 해당하는 Sentinel 영상을 찾아 촬영 범위 레이어로 만듭니다.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and animates its NDVI.</source>
      <translation>영역의 영상을 찾아 NDVI 애니메이션을 만듭니다.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes a cloud-free image of each month.</source>
      <translation>영역의 영상을 찾아 월별로 구름 없는 합성 영상을 만듭니다.</translation>
    </message>
    <message>
      <source>Finds the scenes of an area and makes one cloud-free image of them.</source>
      <translation>영역의 영상을 찾아 구름 없는 합성 영상 하나를 만듭니다.</translation>
    </message>
    <message>
      <source>Fine NDVI</source>
      <translation>고해상도 NDVI</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>시작일</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>폴더</translation>
    </message>
    <message>
      <source>Folder (for source folder)</source>
      <translation>폴더 (소스 folder용)</translation>
    </message>
    <message>
      <source>Folder for pictures</source>
      <translation>이미지 폴더</translation>
    </message>
    <message>
      <source>Folder for rasters</source>
      <translation>래스터 폴더</translation>
    </message>
    <message>
      <source>Folder for several passes</source>
      <translation>여러 패스용 폴더</translation>
    </message>
    <message>
      <source>Folder for the composites</source>
      <translation>합성 영상 폴더</translation>
    </message>
    <message>
      <source>Folder for the files</source>
      <translation>파일을 저장할 폴더</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>환경 폴더</translation>
    </message>
    <message>
      <source>Folder of the series</source>
      <translation>시계열 폴더</translation>
    </message>
    <message>
      <source>Folder on this computer</source>
      <translation>이 컴퓨터의 폴더</translation>
    </message>
    <message>
      <source>Folder with the scenes</source>
      <translation>영상이 들어 있는 폴더</translation>
    </message>
    <message>
      <source>Footprint of the sensor [coarse pixels]</source>
      <translation>센서 풋프린트 [저해상도 픽셀]</translation>
    </message>
    <message>
      <source>For METHOD trees: rasters such as elevation, the first band of each.</source>
      <translation>METHOD가 trees일 때 사용합니다. 표고와 같은 래스터이며, 각각 첫 번째 밴드를 사용합니다.</translation>
    </message>
    <message>
      <source>For method percentile, 0-100: 25 by default, lower is darker and freer of clouds.</source>
      <translation>메소드가 percentile일 때 사용합니다(0-100). 기본값은 25이며, 낮을수록 어둡고 구름이 적습니다.</translation>
    </message>
    <message>
      <source>For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days since 1970-01-01.</source>
      <translation>메소드가 medoid, max_ndvi, latest일 때 사용합니다. 각 픽셀의 관측일을 1970-01-01부터의 일수로 나타낸 date 밴드를 추가합니다.</translation>
    </message>
    <message>
      <source>For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.</source>
      <translation>패스가 여럿일 때 사용합니다. 패스별 GeoTIFF와, 시간을 지정한 전체 레이어 그룹인 passes.qlr을 저장합니다.</translation>
    </message>
    <message>
      <source>Format of dates</source>
      <translation>날짜 서식</translation>
    </message>
    <message>
      <source>Frames of the animation</source>
      <translation>애니메이션의 프레임 수</translation>
    </message>
    <message>
      <source>Further fine rasters (for trees)</source>
      <translation>추가 고해상도 래스터(trees용)</translation>
    </message>
    <message>
      <source>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)</source>
      <translation>GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;애니메이션 PNG (*.png)</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of float32, no data where either source has none.</source>
      <translation>float32의 GeoTIFF(tif)이며, 두 소스 중 하나라도 값이 없는 곳은 NODATA입니다.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.</source>
      <translation>패스 하나의 GeoTIFF(tif)입니다. 물리 단위의 float32이며, 맑은 측정값이 없는 곳은 NODATA입니다.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768.</source>
      <translation>반사율 x 10000의 GeoTIFF(tif)입니다. 척도는 파일에 기록되고, NODATA는 -32768입니다.</translation>
    </message>
    <message>
      <source>GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.</source>
      <translation>반사율 x 10000의 GeoTIFF(tif)입니다. 척도는 파일에 기록되고, NODATA는 -32768, 마지막 밴드는 observations입니다.</translation>
    </message>
    <message>
      <source>Given back exactly</source>
      <translation>정확히 되돌림</translation>
    </message>
    <message>
      <source>Given back, interpolated</source>
      <translation>보간하여 되돌림</translation>
    </message>
    <message>
      <source>Gridded pass</source>
      <translation>격자화된 패스</translation>
    </message>
    <message>
      <source>Grow the cloud mask by [pixels]</source>
      <translation>구름 마스크 확장 [픽셀]</translation>
    </message>
    <message>
      <source>Grow the mask by [m]</source>
      <translation>마스크 확장 [m]</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML 파일 (*.html)</translation>
    </message>
    <message>
      <source>Height [pixels]</source>
      <translation>높이 [픽셀]</translation>
    </message>
    <message>
      <source>Height of each frame (200-4096).</source>
      <translation>각 프레임의 높이입니다(200-4096).</translation>
    </message>
    <message>
      <source>Higher values have the same colour. Empty: the index's own (NDVI 1).</source>
      <translation>이보다 높은 값은 모두 같은 색상으로 표시합니다. 비워 두면 지수의 기본값을 씁니다(NDVI는 1).</translation>
    </message>
    <message>
      <source>Highest value of the colours</source>
      <translation>색상의 최댓값</translation>
    </message>
    <message>
      <source>How long each frame is shown (20-60000).</source>
      <translation>각 프레임이 표시되는 시간입니다(20-60000).</translation>
    </message>
    <message>
      <source>How one value is made of many. median ignores what is left of clouds; percentile is safer with few dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation (max_ndvi is not for water or snow).</source>
      <translation>여러 값에서 하나의 값을 만드는 방법입니다. median은 남은 구름의 영향을 받지 않습니다. percentile은 날짜가 적을 때 더 안전합니다. geomedian은 밴드 간의 일관성을 유지합니다. medoid, max_ndvi, latest는 관측 하나를 통째로 취합니다(max_ndvi는 물이나 눈에 적합하지 않음).</translation>
    </message>
    <message>
      <source>Imagery</source>
      <translation>위성 영상</translation>
    </message>
    <message>
      <source>Import Sentinel-3</source>
      <translation>Sentinel-3 가져오기</translation>
    </message>
    <message>
      <source>Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.</source>
      <translation>2023-05-31과 같이 입력하며, 그날도 포함합니다. 영역 중심의 태양시를 기준으로 한 날짜입니다. 소스가 폴더일 때만 생략할 수 있습니다.</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>지수</translation>
    </message>
    <message>
      <source>Index instead of bands</source>
      <translation>밴드 대신 지수</translation>
    </message>
    <message>
      <source>Index time series</source>
      <translation>지수 시계열</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>설치</translation>
    </message>
    <message>
      <source>Installs the libraries that the other algorithms work with. Needed once.</source>
      <translation>다른 알고리즘에 필요한 라이브러리를 설치합니다. 한 번만 실행하면 됩니다.</translation>
    </message>
    <message>
      <source>Intercept [K]</source>
      <translation>절편 [K]</translation>
    </message>
    <message>
      <source>Its interpreter</source>
      <translation>환경의 인터프리터</translation>
    </message>
    <message>
      <source>Keep older versions of an acquisition</source>
      <translation>촬영의 이전 버전도 유지</translation>
    </message>
    <message>
      <source>Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else any.</source>
      <translation>태양이 지평선 위(day) 또는 아래(night)에 있는 패스만 남깁니다. 비워 두면 Sentinel-3은 day, 그 밖에는 any입니다.</translation>
    </message>
    <message>
      <source>Kelvin</source>
      <translation>켈빈</translation>
    </message>
    <message>
      <source>Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land surface temperature. Not every source has all.</source>
      <translation>영상의 종류입니다. Sentinel-2 지표면 반사율(L2A) 또는 대기 상단 반사율(L1C), 또는 Sentinel-3 지표면 온도입니다. 소스에 따라 일부 종류는 없을 수 있습니다.</translation>
    </message>
    <message>
      <source>LST: surface temperature</source>
      <translation>LST: 지표면 온도</translation>
    </message>
    <message>
      <source>Largest NDVI of the fit</source>
      <translation>적합의 최대 NDVI</translation>
    </message>
    <message>
      <source>Largest temperature of the fit [K]</source>
      <translation>적합의 최고 온도 [K]</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>종료일</translation>
    </message>
    <message>
      <source>Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.</source>
      <translation>두 영상에 모두 나타나는 지면의 레이어입니다(gpkg, geojson 또는 fgb). 가장 좋은 쌍이 맨 앞에 옵니다.</translation>
    </message>
    <message>
      <source>Layer of footprints (gpkg, geojson or fgb) that the other algorithms take.</source>
      <translation>다른 알고리즘의 입력으로 쓰이는 촬영 범위 레이어(gpkg, geojson 또는 fgb)입니다.</translation>
    </message>
    <message>
      <source>Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.</source>
      <translation>모든 파일을 갖춘 영상의 레이어(gpkg, geojson 또는 fgb)로, 다른 알고리즘의 입력으로 쓰입니다.</translation>
    </message>
    <message>
      <source>Least NDVI of the fit</source>
      <translation>적합의 최소 NDVI</translation>
    </message>
    <message>
      <source>Least correlation</source>
      <translation>최소 상관계수</translation>
    </message>
    <message>
      <source>Least observations</source>
      <translation>최소 관측 수</translation>
    </message>
    <message>
      <source>Least temperature of the fit [K]</source>
      <translation>적합의 최저 온도 [K]</translation>
    </message>
    <message>
      <source>Least valid share of a zone [%]</source>
      <translation>구역의 최소 유효 비율 [%]</translation>
    </message>
    <message>
      <source>Least valid share of the area [%]</source>
      <translation>영역의 최소 유효 비율 [%]</translation>
    </message>
    <message>
      <source>Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim of a swath may be odd in some bands.</source>
      <translation>해당 패스가 관측하지 않은 지면에서 이 미터 수(0-10000) 안에 있는 것을 모두 제외합니다. 일부 밴드에서는 관측폭 가장자리의 값이 비정상일 수 있습니다.</translation>
    </message>
    <message>
      <source>Leaves out products that must be ordered before they can be downloaded.</source>
      <translation>다운로드하기 전에 주문해야 하는 제품을 제외합니다.</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>제외</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>범례</translation>
    </message>
    <message>
      <source>Linear in NDVI</source>
      <translation>NDVI에 대한 선형</translation>
    </message>
    <message>
      <source>Local detail</source>
      <translation>국지 세부</translation>
    </message>
    <message>
      <source>Local solar time</source>
      <translation>지방 태양시</translation>
    </message>
    <message>
      <source>Log of the installation</source>
      <translation>설치 로그</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>로그인</translation>
    </message>
    <message>
      <source>Login at CDSE</source>
      <translation>CDSE 로그인</translation>
    </message>
    <message>
      <source>Login at the catalogue</source>
      <translation>카탈로그 로그인</translation>
    </message>
    <message>
      <source>Lower values have the same colour. Empty: the index's own (NDVI 0).</source>
      <translation>이보다 낮은 값은 모두 같은 색상으로 표시합니다. 비워 두면 지수의 기본값을 씁니다(NDVI는 0).</translation>
    </message>
    <message>
      <source>Lowest value of the colours</source>
      <translation>색상의 최솟값</translation>
    </message>
    <message>
      <source>MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area.</source>
      <translation>MGRS 타일을 쉼표로 구분합니다(예: 33TWL,33TXL). 영역 대신 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>Make it anew</source>
      <translation>다시 만들기</translation>
    </message>
    <message>
      <source>Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.</source>
      <translation>NDVI 또는 다른 지수의 GIF, MP4, WebP 또는 PNG 애니메이션을 만듭니다.</translation>
    </message>
    <message>
      <source>Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is configured with): about 220 MB to download and 680 MB on disk, each package checked against its known hash.

QGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.

It is made in one piece: cancelled or failed, the one in use stays as it was.</source>
      <translation>Python Package Index(또는 pip에 설정된 인덱스)에서 패키지를 받아 플러그인 전용 파이썬 환경을 만듭니다. 다운로드 용량은 약 220 MB, 디스크 사용량은 약 680 MB이며, 각 패키지를 알려진 해시와 대조하여 검증합니다.

QGIS의 파이썬은 변경하지 않습니다. 리눅스에서는 QGIS의 인터프리터를 사용하고, 윈도우에서는 uv가 GitHub의 파이썬 독립형 빌드(standalone builds)에서 인터프리터를 가져옵니다. 프록시와 인증서는 QGIS의 설정을 따릅니다.

환경은 한꺼번에 교체됩니다. 취소하거나 실패하면 사용 중인 환경이 그대로 유지됩니다.</translation>
    </message>
    <message>
      <source>Makes a cloud-free image of each month, season or year.</source>
      <translation>월별, 계절별 또는 연별로 구름 없는 합성 영상을 만듭니다.</translation>
    </message>
    <message>
      <source>Makes a table and a chart of NDVI or another index in zones over time.</source>
      <translation>구역별 NDVI 또는 다른 지수의 시간 변화를 테이블과 도표로 만듭니다.</translation>
    </message>
    <message>
      <source>Makes one cloud-free image of the Sentinel-2 scenes of a period.</source>
      <translation>한 기간의 Sentinel-2 영상으로 구름 없는 합성 영상 하나를 만듭니다.</translation>
    </message>
    <message>
      <source>Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface reflectance.

Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.

The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, a missed cloud may show: add dates.

Beside the raster lie a style and a STAC item that names the scenes and repeats the job.</source>
      <translation>장면 분류를 이용해 구름과 구름 그림자를 마스크하고, 남은 값들을 픽셀별로 하나의 값(다른 규칙을 선택하지 않으면 중앙값)으로 만들어, 지표면 반사율의 클라우드 최적화 GeoTIFF 하나로 저장합니다.

여러 타일과 UTM 구역의 영상을 하나의 격자에 맞추며, 한 패스의 타일들은 하나의 관측으로 셉니다. 베이스라인 04.00의 반사율 오프셋이 필요한지는 제품마다 판단합니다.

마지막 밴드인 observations는 픽셀마다 맑은 값이 몇 개였는지를 나타냅니다. 6개보다 적은 곳에서는 걸러지지 않은 구름이 보일 수 있으므로 날짜를 추가하십시오.

래스터와 함께 스타일, 그리고 사용한 영상을 기록하고 작업을 재현할 수 있는 STAC 항목이 저장됩니다.</translation>
    </message>
    <message>
      <source>Masks everything within this many metres (0-10000) of a masked pixel, too.</source>
      <translation>마스크된 픽셀에서 이 미터 수(0-10000) 안에 있는 것도 모두 마스크합니다.</translation>
    </message>
    <message>
      <source>Masks everything within this many swath pixels (0-100) of cloud, too.</source>
      <translation>구름에서 이 수(0-100)의 관측폭(swath) 픽셀 안에 있는 것도 모두 마스크합니다.</translation>
    </message>
    <message>
      <source>Measure clouds inside the area</source>
      <translation>영역 안의 구름 측정</translation>
    </message>
    <message>
      <source>Median composite</source>
      <translation>중앙값 합성</translation>
    </message>
    <message>
      <source>Memory limit [MB]</source>
      <translation>메모리 제한 [MB]</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>메소드</translation>
    </message>
    <message>
      <source>Method used</source>
      <translation>사용한 메소드</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>월</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>더 보기…</translation>
    </message>
    <message>
      <source>Moves each pixel by its elevation times the tangent of the view angle. Only for products that place mountains as if they were flat; needs geometry_tn.nc.</source>
      <translation>각 픽셀을 표고에 관측각의 탄젠트를 곱한 만큼 이동합니다. 산지를 평지처럼 배치하는 제품에만 사용하며, geometry_tn.nc가 필요합니다.</translation>
    </message>
    <message>
      <source>Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report tells of it in any case.</source>
      <translation>NDVI가 뚜렷하게 더 잘 맞는 위치로 온도를 최대 저해상도 픽셀의 절반만큼 이동합니다. 이동 여부와 관계없이 보고서에 표시됩니다.</translation>
    </message>
    <message>
      <source>NDVI animation</source>
      <translation>NDVI 애니메이션</translation>
    </message>
    <message>
      <source>NDVI from -1 to 1 with pixels finer than those of the temperature.</source>
      <translation>값이 -1에서 1까지인 NDVI로, 픽셀이 온도보다 세밀해야 합니다.</translation>
    </message>
    <message>
      <source>Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone.</source>
      <translation>밴드의 이름(예: B11) 또는 Sentinel-3의 fraction입니다. INDEX가 band일 때만 사용합니다.</translation>
    </message>
    <message>
      <source>Names with commas, e.g. S2A,S2B.</source>
      <translation>이름을 쉼표로 구분합니다(예: S2A,S2B).</translation>
    </message>
    <message>
      <source>Near real time (NR)</source>
      <translation>준실시간(NR)</translation>
    </message>
    <message>
      <source>Near-infrared reflectance (B08), on the same ground as red.</source>
      <translation>근적외선 반사율(B08)이며, 적색과 같은 지면이어야 합니다.</translation>
    </message>
    <message>
      <source>Nearest pixel</source>
      <translation>최근접 픽셀</translation>
    </message>
    <message>
      <source>Never subtract it</source>
      <translation>빼지 않음</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>데이터 없음</translation>
    </message>
    <message>
      <source>No picture</source>
      <translation>이미지 없음</translation>
    </message>
    <message>
      <source>No program opens {place}.</source>
      <translation>{place}을(를) 여는 프로그램이 없습니다.</translation>
    </message>
    <message>
      <source>No scenes yet</source>
      <translation>아직 영상이 없음</translation>
    </message>
    <message>
      <source>Non-time-critical (NT)</source>
      <translation>비긴급(NT)</translation>
    </message>
    <message>
      <source>None</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>None: mask nothing</source>
      <translation>없음: 마스크하지 않음</translation>
    </message>
    <message>
      <source>North arrow</source>
      <translation>방위기호</translation>
    </message>
    <message>
      <source>Not installed</source>
      <translation>설치되지 않음</translation>
    </message>
    <message>
      <source>Not vegetated</source>
      <translation>비식생</translation>
    </message>
    <message>
      <source>Numbers with commas, e.g. 79,122.</source>
      <translation>번호를 쉼표로 구분합니다(예: 79,122).</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products, codes with commas, e.g. PS1,LN2.</source>
      <translation>Sentinel-3 제품의 처리 센터 코드를 쉼표로 구분합니다(예: PS1,LN2).</translation>
    </message>
    <message>
      <source>Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, the best one of each acquisition is kept.</source>
      <translation>Sentinel-3 제품에 적용됩니다. NT는 비긴급(not time critical), ST는 단기 긴급(short time critical), NR은 준실시간(near real time)입니다. any이면 촬영마다 가장 좋은 것을 남깁니다.</translation>
    </message>
    <message>
      <source>Of a row of the table: day, week (ISO) or month. The report shows all three.</source>
      <translation>테이블의 한 행이 나타내는 기간입니다: day, week(ISO) 또는 month. 보고서에는 셋 다 표시됩니다.</translation>
    </message>
    <message>
      <source>Of the cloudier one of the two scenes (0-100), as far as it is known.</source>
      <translation>두 영상 가운데 구름이 더 많은 쪽의 구름량입니다(0-100). 알려진 경우에만 적용됩니다.</translation>
    </message>
    <message>
      <source>Of the whole tile, 0-100. Scenes that do not state it stay.</source>
      <translation>타일 전체의 구름량입니다(0-100). 구름량 정보가 없는 영상은 남깁니다.</translation>
    </message>
    <message>
      <source>Offered by searches and downloads. It lies in QGIS's encrypted store.</source>
      <translation>검색과 다운로드에 기본값으로 제시됩니다. QGIS의 암호화된 저장소에 보관됩니다.</translation>
    </message>
    <message>
      <source>One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the next year), all is one for all dates.</source>
      <translation>기간마다 합성 영상 하나를 만듭니다. dekad는 10일, season은 DJF, MAM, JJA, SON(12월은 다음 해에 포함), all은 모든 날짜에서 하나입니다.</translation>
    </message>
    <message>
      <source>One raster for each tile</source>
      <translation>타일마다 래스터 하나</translation>
    </message>
    <message>
      <source>One raster for the whole area</source>
      <translation>전체 영역에 래스터 하나</translation>
    </message>
    <message>
      <source>One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.</source>
      <translation>파일마다 한 행이 있는 테이블입니다(gpkg, geojson, fgb 또는 csv). 주소, 바이트 수, 체크섬 검사, 시도 횟수, 오류를 담습니다.</translation>
    </message>
    <message>
      <source>One row for each period; gpkg, geojson or csv.</source>
      <translation>기간마다 한 행이 있습니다(gpkg, geojson 또는 csv).</translation>
    </message>
    <message>
      <source>One row for each zone and date; gpkg, geojson or csv.</source>
      <translation>구역과 날짜마다 한 행이 있습니다(gpkg, geojson 또는 csv).</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>일회용 코드</translation>
    </message>
    <message>
      <source>Online only</source>
      <translation>온라인 제품만</translation>
    </message>
    <message>
      <source>Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are searched without.</source>
      <translation>로그인(기본 인증 또는 API 헤더)을 요구하는 사용자 카탈로그에만 필요합니다. 내장 카탈로그는 로그인 없이 검색합니다.</translation>
    </message>
    <message>
      <source>Only so many scenes of each tile (and period), the clearest inside the area by their classification; 0 takes all. Fewer are faster.</source>
      <translation>타일(및 기간)마다 이 수만큼의 영상만 사용합니다. 분류에 따라 영역 안이 가장 맑은 영상부터 고르며, 0이면 모두 사용합니다. 적을수록 빠릅니다.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>열기</translation>
    </message>
    <message>
      <source>Open in model designer…</source>
      <translation>모델 설계자에서 열기…</translation>
    </message>
    <message>
      <source>Open the group in QGIS</source>
      <translation>QGIS에서 그룹 열기</translation>
    </message>
    <message>
      <source>Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 water or snow, 2 NDVI beyond the fit.</source>
      <translation>선택 사항: GeoTIFF(tif)입니다. K 단위의 표준 불확실성(90 % 구간은 그 1.645배)과 플래그(1은 물 또는 눈, 2는 적합 범위를 벗어난 NDVI)를 담습니다.</translation>
    </message>
    <message>
      <source>Optional PNG of the result as its style shows it, at most 2000 pixels long.</source>
      <translation>선택 사항: 결과를 스타일대로 그린 PNG로, 긴 변은 최대 2000픽셀입니다.</translation>
    </message>
    <message>
      <source>Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.</source>
      <translation>선택 사항: 저해상도 픽셀의 레이어(gpkg, geojson 또는 fgb)로, 온도, NDVI, 사용 여부, 잔차를 담습니다.</translation>
    </message>
    <message>
      <source>Optional page (html) with a chart of each zone.</source>
      <translation>선택 사항: 구역별 도표를 담은 페이지(html)입니다.</translation>
    </message>
    <message>
      <source>Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.</source>
      <translation>선택 사항: 웹 지도와 발표 자료에 쓸 웹 메르카토르 투영의 8비트 천연색 GeoTIFF(tif)입니다.</translation>
    </message>
    <message>
      <source>Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal Controller.</source>
      <translation>선택 사항: 날짜별 GeoTIFF와, 시계열 제어기에서 쓸 수 있도록 시간을 지정한 전체 레이어 그룹인 frames.qlr을 저장합니다.</translation>
    </message>
    <message>
      <source>Optional: every frame as a PNG, named by its date.</source>
      <translation>선택 사항: 모든 프레임을 날짜를 이름으로 한 PNG로 저장합니다.</translation>
    </message>
    <message>
      <source>Optional: mean, median, 10th and 90th percentile and valid share by date.</source>
      <translation>선택 사항: 날짜별 평균, 중앙값, 10번째 및 90번째 백분위수, 유효 비율입니다.</translation>
    </message>
    <message>
      <source>Otherwise the animation stops after its last frame.</source>
      <translation>선택하지 않으면 마지막 프레임에서 애니메이션이 멈춥니다.</translation>
    </message>
    <message>
      <source>Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of the ways below.</source>
      <translation>“영상 쌍 찾기”의 산출물입니다. 선택한 쌍을 쓰고, 선택하지 않으면 가장 좋은 쌍을 씁니다. 쌍의 Sentinel-3 영상이 이 컴퓨터에 있어야 합니다. 쌍이 있으면 다른 입력은 필요 없고, 없으면 온도와 NDVI를 각각 아래 방법 중 하나로 지정해야 합니다.</translation>
    </message>
    <message>
      <source>Output of Search scenes or a part of it; of several dates the median NDVI is taken.</source>
      <translation>“영상 검색”의 산출물 또는 그 일부입니다. 날짜가 여럿이면 NDVI의 중앙값을 취합니다.</translation>
    </message>
    <message>
      <source>Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier download, of which only what failed is fetched.</source>
      <translation>“영상 검색” 또는 “영상 쌍 찾기”의 산출물 전체나 일부, 또는 이전 다운로드의 테이블입니다. 테이블을 지정하면 실패한 파일만 가져옵니다.</translation>
    </message>
    <message>
      <source>Output of Search scenes with PRODUCT {product}, or any part of it.</source>
      <translation>“영상 검색”을 PRODUCT {product}(으)로 실행한 산출물 또는 그 일부입니다.</translation>
    </message>
    <message>
      <source>Output of Search scenes, or any part of it: selected, filtered or saved.</source>
      <translation>“영상 검색”의 산출물 또는 그 일부(선택하거나, 필터링하거나, 저장한 것)입니다.</translation>
    </message>
    <message>
      <source>PNG files (*.png)</source>
      <translation>PNG 파일 (*.png)</translation>
    </message>
    <message>
      <source>Page (html) that shows the fit, the maps and how far to trust them.</source>
      <translation>적합 결과와 지도, 그리고 이를 얼마나 신뢰할 수 있는지 보여 주는 페이지(html)입니다.</translation>
    </message>
    <message>
      <source>Page (html) with charts, calendar, tables and a map.</source>
      <translation>도표, 달력, 테이블, 지도를 담은 페이지(html)입니다.</translation>
    </message>
    <message>
      <source>Pair and sharpen</source>
      <translation>쌍 찾기 및 샤프닝</translation>
    </message>
    <message>
      <source>Pair, to sharpen…</source>
      <translation>쌍 찾기(샤프닝용)…</translation>
    </message>
    <message>
      <source>Pairs found</source>
      <translation>찾은 쌍의 수</translation>
    </message>
    <message>
      <source>Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.</source>
      <translation>폴더에 있는 Sentinel-2 영상과 Sentinel-3 영상을 짝지어, 가장 좋은 쌍의 온도를 샤프닝합니다.</translation>
    </message>
    <message>
      <source>Pass by day</source>
      <translation>주간 패스</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>백분위수</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>기간</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>이미지</translation>
    </message>
    <message>
      <source>Picture for the web</source>
      <translation>웹용 이미지</translation>
    </message>
    <message>
      <source>Picture of the scene</source>
      <translation>영상 미리보기 이미지</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's own is 1000 m.</source>
      <translation>미터 단위의 픽셀 크기입니다. 도나 피트 단위의 좌표계(CRS)를 선택하면 그 단위를 따릅니다. 센서 자체의 해상도는 1000 m입니다.</translation>
    </message>
    <message>
      <source>Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).</source>
      <translation>미터 단위의 픽셀 크기입니다. 도나 피트 단위의 좌표계(CRS)를 선택하면 그 단위를 따릅니다. 밴드보다 해상도가 낮으면 밴드에서 사용할 수 있는 픽셀(최대 16 x 16)의 평균을 취합니다.</translation>
    </message>
    <message>
      <source>Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.</source>
      <translation>지도의 픽셀 크기입니다. 비워 두면 페이지 너비만큼의 픽셀 수를 쓰되, 소스보다 세밀하게 하지는 않습니다.</translation>
    </message>
    <message>
      <source>Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.</source>
      <translation>고해상도 래스터의 좌표계(CRS) 단위로 나타낸 결과의 픽셀 크기입니다. 비워 두면 그 래스터의 픽셀 크기를, 영상을 쓸 때는 10 m를 사용합니다.</translation>
    </message>
    <message>
      <source>Pixel size that is worked with. Empty: the source's own.</source>
      <translation>작업에 사용할 픽셀 크기입니다. 비워 두면 소스의 픽셀 크기를 사용합니다.</translation>
    </message>
    <message>
      <source>Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.</source>
      <translation>영상의 장면 분류(SCL)에서 이 클래스에 속하는 픽셀은 사용하지 않습니다. 모두 사용하려면 none을 선택하십시오.</translation>
    </message>
    <message>
      <source>Pixels outside are left empty.</source>
      <translation>바깥의 픽셀은 비워 둡니다.</translation>
    </message>
    <message>
      <source>Pixels outside are white.</source>
      <translation>바깥의 픽셀은 흰색입니다.</translation>
    </message>
    <message>
      <source>Play endlessly</source>
      <translation>무한 반복 재생</translation>
    </message>
    <message>
      <source>Points to true north at the middle of the map.</source>
      <translation>지도 중앙의 진북을 가리킵니다.</translation>
    </message>
    <message>
      <source>Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the extent; without both, the scenes' footprints are taken.</source>
      <translation>임의의 좌표계(CRS)를 사용하는 폴리곤(또는 포인트)입니다. 해당 옵션을 체크하면 선택한 피처만 사용합니다. 범위보다 우선하며, 둘 다 없으면 영상의 촬영 범위를 사용합니다.</translation>
    </message>
    <message>
      <source>Polygons drawn as a black line on top; by default the area of interest.</source>
      <translation>맨 위에 검은 선으로 그리는 폴리곤입니다. 기본값은 관심 영역입니다.</translation>
    </message>
    <message>
      <source>Polygons or points in any CRS; each is a zone.</source>
      <translation>임의의 좌표계(CRS)를 사용하는 폴리곤 또는 포인트이며, 각각이 하나의 구역입니다.</translation>
    </message>
    <message>
      <source>Processing centres</source>
      <translation>처리 센터</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>제품</translation>
    </message>
    <message>
      <source>Proxy (QGIS's network settings)</source>
      <translation>프록시 (QGIS 네트워크 설정)</translation>
    </message>
    <message>
      <source>Puts Sentinel-3 surface temperature and NDVI on a map's grid.</source>
      <translation>Sentinel-3 지표면 온도와 NDVI를 지도 격자에 배치합니다.</translation>
    </message>
    <message>
      <source>Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks the pairs: first by hours between them, then by how much of the area both cover, then by cloud.

Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of the whole scene; of the two the larger counts.

Download scenes takes the layer as it is and fetches both scenes of each pair.</source>
      <translation>각 Sentinel-2 영상을 시간 차이가 크지 않은 Sentinel-3 주간 패스와 짝짓고 쌍의 순위를 매깁니다. 첫째는 두 영상의 시간 차이, 둘째는 둘 다 포함하는 영역의 비율, 셋째는 구름량입니다.

구름량은 레이어에 정보가 있으면(“영상 검색”의 “영역 안의 구름 측정”) 영역 안의 값, 없으면 영상 전체의 값입니다. 두 영상 가운데 더 큰 값을 씁니다.

“영상 다운로드”는 이 레이어를 그대로 받아 각 쌍의 두 영상을 모두 가져옵니다.</translation>
    </message>
    <message>
      <source>Puts the bands of one Sentinel-2 acquisition into one raster.</source>
      <translation>Sentinel-2 촬영 하나의 밴드들을 래스터 하나에 담습니다.</translation>
    </message>
    <message>
      <source>Python itself from the standalone builds on github.com</source>
      <translation>파이썬 자체는 github.com의 독립형 빌드(standalone builds)</translation>
    </message>
    <message>
      <source>Quarter</source>
      <translation>분기</translation>
    </message>
    <message>
      <source>Range such as 09:00-15:00, mean solar time at the centre of the area.</source>
      <translation>09:00-15:00과 같은 범위입니다. 영역 중심의 평균 태양시를 기준으로 합니다.</translation>
    </message>
    <message>
      <source>Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values themselves; those of several need described bands.</source>
      <translation>영상 대신 사용할 래스터입니다. 날짜는 레이어의 고정된 시계열 범위, 밴드의 설명 또는 파일 이름(ndvi_2023-05-01.tif)에서 얻습니다. 단일 밴드 래스터는 값 자체로 보며, 다중 밴드 래스터에는 밴드 설명이 있어야 합니다.</translation>
    </message>
    <message>
      <source>Rasters made</source>
      <translation>생성된 래스터 수</translation>
    </message>
    <message>
      <source>Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a pass; masks cloud; and puts each quantity on a north-up grid, in physical units.

Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated between the four around it. Nothing is drawn where nothing was measured.

NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a group of all with times for the Temporal Controller.</source>
      <translation>다운로드한 그대로의 SLSTR 육지 제품(SL_2_LST)을 폴더 또는 zip에서 읽어, 한 패스의 프레임들을 이어 붙이고, 구름을 마스크하고, 각 물리량을 물리 단위로 북쪽이 위인 격자에 배치합니다.

각 픽셀은 최대 750 m 떨어진 가장 가까운 측정값을 취하거나, 주위의 네 측정값 사이에서 보간됩니다. 측정값이 없는 곳은 채우지 않습니다.

NDVI는 주간에만 있습니다. 영상의 패스가 여럿이면 폴더가 필요하며, 이 폴더에는 시계열 제어기에서 쓸 수 있도록 시간을 지정한 전체 레이어 그룹인 passes.qlr도 저장됩니다.</translation>
    </message>
    <message>
      <source>Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.

Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.</source>
      <translation>한 촬영에서 선택한 밴드를 읽고, 타일을 모자이크하고, 영역에 맞게 잘라내어, 지표면 반사율의 클라우드 최적화 GeoTIFF 하나로 저장합니다. 밴드가 갖춰져 있으면 천연색으로 표시합니다.

클래스를 선택하지 않으면 아무것도 마스크하지 않습니다. 촬영이 여럿이면 거부하므로, 그럴 때는 “중앙값 합성”을 사용하십시오.</translation>
    </message>
    <message>
      <source>Ready models</source>
      <translation>기본 제공 모델</translation>
    </message>
    <message>
      <source>Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].</source>
      <translation>레이어 대신 사용할 직사각형입니다. 스크립트에서는 xmin,xmax,ymin,ymax [EPSG:4326] 형식으로 입력하십시오.</translation>
    </message>
    <message>
      <source>Red reflectance (B04), together with the near infrared.</source>
      <translation>적색 반사율(B04)이며, 근적외선과 함께 지정합니다.</translation>
    </message>
    <message>
      <source>Reflectance offset</source>
      <translation>반사율 오프셋</translation>
    </message>
    <message>
      <source>Regression trees</source>
      <translation>회귀 트리</translation>
    </message>
    <message>
      <source>Relative orbits</source>
      <translation>상대 궤도</translation>
    </message>
    <message>
      <source>Remove finished</source>
      <translation>완료된 항목 제거</translation>
    </message>
    <message>
      <source>Replaces an environment that is there but does not work. Off by default.</source>
      <translation>환경이 있지만 작동하지 않을 때 새로 만들어 교체합니다. 기본적으로 꺼져 있습니다.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>보고서</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>리샘플링</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>해상도</translation>
    </message>
    <message>
      <source>Resolution [m]</source>
      <translation>해상도 [m]</translation>
    </message>
    <message>
      <source>Right at the middle of the map, on the ground.</source>
      <translation>지도 중앙의 지상 거리를 기준으로 정확합니다.</translation>
    </message>
    <message>
      <source>Rows of the table</source>
      <translation>테이블의 행 수</translation>
    </message>
    <message>
      <source>SAFE products (folders or zips) and rasters beside STAC items, subfolders too.</source>
      <translation>SAFE 제품(폴더 또는 zip)과 STAC 항목이 함께 있는 래스터를 찾습니다. 하위 폴더도 포함합니다.</translation>
    </message>
    <message>
      <source>STAC collection</source>
      <translation>STAC 컬렉션</translation>
    </message>
    <message>
      <source>Same periods of all years together</source>
      <translation>모든 연도의 같은 기간 통합</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>표본</translation>
    </message>
    <message>
      <source>Satellite</source>
      <translation>위성</translation>
    </message>
    <message>
      <source>Satellites</source>
      <translation>위성</translation>
    </message>
    <message>
      <source>Saturated or defective</source>
      <translation>포화 또는 결함</translation>
    </message>
    <message>
      <source>Scale bar</source>
      <translation>축척 막대</translation>
    </message>
    <message>
      <source>Scene pairs</source>
      <translation>영상 쌍</translation>
    </message>
    <message>
      <source>Scene statistics</source>
      <translation>영상 통계</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>영상</translation>
    </message>
    <message>
      <source>Scenes at most</source>
      <translation>최대 영상 수</translation>
    </message>
    <message>
      <source>Scenes counted</source>
      <translation>집계된 영상 수</translation>
    </message>
    <message>
      <source>Scenes found</source>
      <translation>찾은 영상</translation>
    </message>
    <message>
      <source>Scenes left out by filters</source>
      <translation>필터로 제외된 영상 수</translation>
    </message>
    <message>
      <source>Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay whole.</source>
      <translation>영역 밖의 영상은 제외하고, 클라우드 최적화 GeoTIFF는 영역에 맞게 잘라냅니다. ESA 원본 파일은 자르지 않습니다.</translation>
    </message>
    <message>
      <source>Scenes that contributed pixels</source>
      <translation>픽셀을 제공한 영상 수</translation>
    </message>
    <message>
      <source>Scenes that do not touch it are left out.</source>
      <translation>이 영역에 닿지 않는 영상은 제외합니다.</translation>
    </message>
    <message>
      <source>Scenes that miss it are not counted.</source>
      <translation>이 영역을 벗어난 영상은 세지 않습니다.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>검색</translation>
    </message>
    <message>
      <source>Search and animation</source>
      <translation>검색 및 애니메이션</translation>
    </message>
    <message>
      <source>Search and composite</source>
      <translation>검색 및 합성</translation>
    </message>
    <message>
      <source>Search and monthly series</source>
      <translation>검색 및 월별 시계열</translation>
    </message>
    <message>
      <source>Search scenes</source>
      <translation>영상 검색</translation>
    </message>
    <message>
      <source>Season</source>
      <translation>계절</translation>
    </message>
    <message>
      <source>Select the scene to be shown.</source>
      <translation>표시할 영상을 선택하십시오.</translation>
    </message>
    <message>
      <source>Sentinel Toolkit</source>
      <translation>Sentinel Toolkit</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C: top of atmosphere</source>
      <translation>Sentinel-2 L1C: 대기 상단</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A: surface reflectance</source>
      <translation>Sentinel-2 L2A: 지표면 반사율</translation>
    </message>
    <message>
      <source>Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.</source>
      <translation>Sentinel-2 밴드를 쉼표로 구분합니다(예: B04,B03,B02). all은 L2A의 밴드 12개 전부를 뜻합니다. 적을수록 빠릅니다.</translation>
    </message>
    <message>
      <source>Sentinel-2 scenes</source>
      <translation>Sentinel-2 영상</translation>
    </message>
    <message>
      <source>Sentinel-3 LST: surface temperature</source>
      <translation>Sentinel-3 LST: 지표면 온도</translation>
    </message>
    <message>
      <source>Sentinel-3 scenes</source>
      <translation>Sentinel-3 영상</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>시계열</translation>
    </message>
    <message>
      <source>Set up environment</source>
      <translation>환경 구성</translation>
    </message>
    <message>
      <source>Set up, repair, diagnostics…</source>
      <translation>구성, 복구, 진단…</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>구성…</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>구성</translation>
    </message>
    <message>
      <source>Share of the area inside the footprint, 0-100. 0 keeps all that touch it.</source>
      <translation>영역 가운데 촬영 범위에 들어가는 비율입니다(0-100). 0이면 영역에 닿는 영상을 모두 남깁니다.</translation>
    </message>
    <message>
      <source>Share of the area with data [%]</source>
      <translation>영역의 데이터 비율 [%]</translation>
    </message>
    <message>
      <source>Share of the composites</source>
      <translation>합성 영상의 몫</translation>
    </message>
    <message>
      <source>Sharpened temperature</source>
      <translation>샤프닝한 온도</translation>
    </message>
    <message>
      <source>Sharpens surface temperature with finer NDVI, and says how far to trust it.</source>
      <translation>더 세밀한 NDVI로 지표면 온도를 샤프닝하고, 결과를 얼마나 신뢰할 수 있는지 알려 줍니다.</translation>
    </message>
    <message>
      <source>Shift high ground towards the satellite</source>
      <translation>고지대를 위성 쪽으로 이동</translation>
    </message>
    <message>
      <source>Short time critical (ST)</source>
      <translation>단기 긴급(ST)</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>폴더에서 보기</translation>
    </message>
    <message>
      <source>Size [MB]</source>
      <translation>크기 [MB]</translation>
    </message>
    <message>
      <source>Slope [K per unit of the predictor]</source>
      <translation>기울기 [예측 변수 단위당 K]</translation>
    </message>
    <message>
      <source>Smoothing</source>
      <translation>평활화</translation>
    </message>
    <message>
      <source>Snow or ice</source>
      <translation>눈 또는 얼음</translation>
    </message>
    <message>
      <source>Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid (or on each tile's own).

The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all with times for the Temporal Controller, which can be dragged into any project.

Run it again with the same folder to go on: what is finished is not made again, and more dates may be added. A composite that fails is named, and made by the next run.</source>
      <translation>영상을 기간별로 나누고, “중앙값 합성”과 같은 방법으로 기간마다 합성 영상을 만듭니다. 모두 하나의 격자에(또는 타일별 자체 격자에) 맞춥니다.

폴더에는 합성 영상마다 클라우드 최적화 GeoTIFF와 STAC 항목, 기간마다 가상 래스터, 그리고 STAC 컬렉션, 섬네일 모음(contact sheet), 전체 목록 페이지, composites.qlr이 저장됩니다. composites.qlr은 시계열 제어기에서 쓸 수 있도록 시간을 지정한 전체 레이어 그룹으로, 어느 프로젝트에나 끌어다 놓을 수 있습니다.

같은 폴더로 다시 실행하면 이어서 작업합니다. 완료된 것은 다시 만들지 않으며, 날짜를 추가할 수도 있습니다. 실패한 합성 영상은 어느 것인지 알리고 다음 실행에서 만듭니다.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>소스</translation>
    </message>
    <message>
      <source>Split by tiles</source>
      <translation>타일별로 나누기</translation>
    </message>
    <message>
      <source>Stack bands</source>
      <translation>밴드 스택</translation>
    </message>
    <message>
      <source>Stacked bands</source>
      <translation>스택한 밴드</translation>
    </message>
    <message>
      <source>Stands above every map. Empty: the index and the satellite.</source>
      <translation>모든 지도 위쪽에 표시됩니다. 비워 두면 지수와 위성의 이름을 씁니다.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>상태</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>통계</translation>
    </message>
    <message>
      <source>Statistics…</source>
      <translation>통계…</translation>
    </message>
    <message>
      <source>Strict: any cloud test</source>
      <translation>엄격: 모든 구름 검사</translation>
    </message>
    <message>
      <source>Summary of the cloud tests</source>
      <translation>구름 검사 요약</translation>
    </message>
    <message>
      <source>Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, or the first.</source>
      <translation>맑은 날의 지표면 온도입니다(K 또는 °C). 예를 들면 “Sentinel-3 가져오기”의 산출물입니다. LST 밴드를 쓰고, 없으면 첫 번째 밴드를 씁니다.</translation>
    </message>
    <message>
      <source>Table of files</source>
      <translation>파일 테이블</translation>
    </message>
    <message>
      <source>Table of means</source>
      <translation>평균 테이블</translation>
    </message>
    <message>
      <source>Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is never fetched again, and what was interrupted goes on where it stopped: run the same job again.

From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary Computer only the part of each band that lies in the area.

The layer of complete scenes is what the other algorithms take. The table has a row for each file, with its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.</source>
      <translation>영상 레이어의 전체 또는 일부를 입력받아, 지정한 파일을 한 폴더로 가져옵니다. 완료된 파일은 다시 가져오지 않으며, 중단된 파일은 멈춘 지점부터 이어받습니다. 같은 작업을 다시 실행하기만 하면 됩니다.

CDSE에서는 사용자의 계정으로 제품 전체 또는 개별 파일을 가져옵니다. Earth Search와 Planetary Computer에서는 각 밴드에서 영역에 포함되는 부분만 가져옵니다.

완전한 영상의 레이어는 다른 알고리즘의 입력으로 쓰입니다. 테이블에는 파일마다 한 행이 있으며 체크섬 검사 결과와 오류 내용이 기록됩니다. 이 테이블을 이 알고리즘의 “영상” 파라미터로 지정하면 실패한 파일만 다시 가져옵니다.</translation>
    </message>
    <message>
      <source>Tells the zones apart. Empty: the features' numbers.</source>
      <translation>구역을 구분합니다. 비워 두면 피처의 번호를 사용합니다.</translation>
    </message>
    <message>
      <source>Terrain shadow</source>
      <translation>지형 그림자</translation>
    </message>
    <message>
      <source>The Python environment for the work is missing. It is set up once, before the first job.</source>
      <translation>작업에 필요한 파이썬 환경이 없습니다. 첫 작업을 하기 전에 한 번만 구성하면 됩니다.</translation>
    </message>
    <message>
      <source>The Temporal Controller shows the {count} layers one by one.</source>
      <translation>시계열 제어기가 레이어 {count}개를 하나씩 보여 줍니다.</translation>
    </message>
    <message>
      <source>The band named below</source>
      <translation>아래에 지정한 밴드</translation>
    </message>
    <message>
      <source>The composites go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>합성 영상이 임시 폴더에 저장됩니다. QGIS를 종료하면 이 폴더는 삭제됩니다.</translation>
    </message>
    <message>
      <source>The date of each frame, in its upper right corner.</source>
      <translation>각 프레임의 날짜를 오른쪽 위 모서리에 표시합니다.</translation>
    </message>
    <message>
      <source>The environment is ready.</source>
      <translation>환경이 준비되었습니다.</translation>
    </message>
    <message>
      <source>The file's suffix decides: gif, mp4, webp or png.</source>
      <translation>파일 확장자에 따라 형식이 결정됩니다: gif, mp4, webp 또는 png.</translation>
    </message>
    <message>
      <source>The files go to a temporary folder: QGIS deletes it when it closes.</source>
      <translation>파일이 임시 폴더에 저장됩니다. QGIS를 종료하면 이 폴더는 삭제됩니다.</translation>
    </message>
    <message>
      <source>The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the median of NDVI. Empty: the bands.</source>
      <translation>밴드 대신 각 영상의 지수를 시간에 걸쳐 합성합니다. 중앙값의 NDVI는 NDVI의 중앙값과 다릅니다. 비워 두면 밴드를 합성합니다.</translation>
    </message>
    <message>
      <source>The job works in smaller blocks to stay below it; at least 64, useful from 512 on.</source>
      <translation>이 한도를 넘지 않도록 작업을 더 작은 블록으로 나눕니다. 최소 64이며, 512 이상이 적당합니다.</translation>
    </message>
    <message>
      <source>The layer of scenes is gone: search again.</source>
      <translation>영상 레이어가 없어졌습니다. 다시 검색하십시오.</translation>
    </message>
    <message>
      <source>The oldest ones are kept. 10000 by default.</source>
      <translation>오래된 영상부터 남깁니다. 기본값은 10000입니다.</translation>
    </message>
    <message>
      <source>The search as a qgis_process command, into the clipboard</source>
      <translation>이 검색을 qgis_process 명령어로 클립보드에 복사</translation>
    </message>
    <message>
      <source>The selected acquisition in true colour: of the area only, where one is set</source>
      <translation>선택한 촬영을 천연색으로 추가 (영역을 설정하면 그 영역만)</translation>
    </message>
    <message>
      <source>The six digits that your authenticator shows, where your CDSE account asks for them. Works once.</source>
      <translation>CDSE 계정이 요구하는 경우, 인증 앱에 표시되는 숫자 6자리입니다. 한 번만 사용할 수 있습니다.</translation>
    </message>
    <message>
      <source>The temporary folder {folder} could not be deleted.</source>
      <translation>임시 폴더 {folder}을(를) 삭제할 수 없습니다.</translation>
    </message>
    <message>
      <source>The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its known hash.

From: {hosts}. Proxy and certificates are QGIS's.
Folder: {folder}</source>
      <translation>작업은 QGIS와 별개인 플러그인 전용 파이썬 환경에서 수행되며, QGIS의 파이썬은 변경하지 않습니다. 이 환경은 한 번만 내려받습니다. 다운로드 용량은 약 {download} MB, 디스크 사용량은 {disk} MB이며, 각 패키지를 알려진 해시와 대조하여 검증합니다.

출처: {hosts}. 프록시와 인증서는 QGIS의 설정을 따릅니다.
폴더: {folder}</translation>
    </message>
    <message>
      <source>Thermal</source>
      <translation>열영상</translation>
    </message>
    <message>
      <source>Thermal sharpening</source>
      <translation>열영상 샤프닝</translation>
    </message>
    <message>
      <source>Thin cirrus</source>
      <translation>얇은 권운</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>스레드</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>타일</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>타일</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>시각 (UTC)</translation>
    </message>
    <message>
      <source>Time of a frame [ms]</source>
      <translation>프레임 시간 [ms]</translation>
    </message>
    <message>
      <source>Time series</source>
      <translation>시계열</translation>
    </message>
    <message>
      <source>Timeliness</source>
      <translation>적시성</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>True colour</source>
      <translation>천연색</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>다시 시도</translation>
    </message>
    <message>
      <source>TsHARP: linear in the fraction of vegetation</source>
      <translation>TsHARP: 식생 비율에 대한 선형</translation>
    </message>
    <message>
      <source>URL of the STAC API for source stac; replaces the built-in address of the other catalogues.</source>
      <translation>소스 stac에 쓸 STAC API의 URL입니다. 다른 카탈로그의 경우 내장된 주소를 대체합니다.</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>불확실성</translation>
    </message>
    <message>
      <source>Unclassified</source>
      <translation>미분류</translation>
    </message>
    <message>
      <source>Unit of temperatures</source>
      <translation>온도 단위</translation>
    </message>
    <message>
      <source>Unit of the result</source>
      <translation>결과의 단위</translation>
    </message>
    <message>
      <source>Unit of the sharpened temperature and of the report: kelvin or celsius.</source>
      <translation>샤프닝한 온도와 보고서의 단위입니다: kelvin 또는 celsius.</translation>
    </message>
    <message>
      <source>Use the same one again to go on, or to add dates.</source>
      <translation>이어서 작업하거나 날짜를 추가하려면 같은 폴더를 다시 지정하십시오.</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>변수</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>식생</translation>
    </message>
    <message>
      <source>Versions and folders as Markdown, for a report of a problem</source>
      <translation>문제 신고용 버전 및 폴더 정보를 Markdown으로 복사</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>물</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>주</translation>
    </message>
    <message>
      <source>What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.</source>
      <translation>날짜마다 표시할 값입니다. LST는 Sentinel-3의 지표면 온도이고, band는 아래에 지정한 밴드입니다.</translation>
    </message>
    <message>
      <source>What the model leaves</source>
      <translation>모델 잔차</translation>
    </message>
    <message>
      <source>What the model leaves of the coarse pixels (RMS) [K]</source>
      <translation>저해상도 픽셀의 모델 잔차(RMS) [K]</translation>
    </message>
    <message>
      <source>Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.</source>
      <translation>픽셀의 맑은 관측이 이보다 적은 곳에는, 최적 영상 이외의 영상을 좋은 것부터 추가합니다.</translation>
    </message>
    <message>
      <source>Where to look: earth_search and planetary_computer (files that are read where they are, no account), cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC API, or a folder.</source>
      <translation>검색할 곳입니다. earth_search와 planetary_computer(원래 위치에서 바로 읽는 파일, 계정 불필요), cdse와 cdse_odata(ESA 원본 제품, 계정을 써서 “영상 다운로드”로 가져옴), 다른 STAC API, 또는 폴더를 선택할 수 있습니다.</translation>
    </message>
    <message>
      <source>Width [pixels]</source>
      <translation>너비 [픽셀]</translation>
    </message>
    <message>
      <source>Width of each frame (200-4096).</source>
      <translation>각 프레임의 너비입니다(200-4096).</translation>
    </message>
    <message>
      <source>With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).</source>
      <translation>쉼표로 구분합니다(예: B04,B08,SCL). product는 제품 전체를 뜻합니다. 비워 두면 다른 알고리즘에 필요한 것을 가져옵니다(L2A는 B02,B03,B04,B08,SCL, L1C는 제품 전체, Sentinel-3은 온도와 플래그).</translation>
    </message>
    <message>
      <source>With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.</source>
      <translation>쉼표로 구분하며, 변수마다 밴드 하나가 됩니다: LST와 LST_uncertainty(K), NDVI, fraction(식생 비율), biome(생물군계), TCWV(수증기, kg/m2), elevation(표고, m), view_zenith(관측 천정각, 도), independent(픽셀이 이웃 픽셀의 복사본이면 0), 그리고 비트로 된 플래그 exception, confidence, cloud, bayes.</translation>
    </message>
    <message>
      <source>With the selected scenes, or all of them</source>
      <translation>선택한 영상 또는 전체 영상에 적용</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>작업</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>연</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>구역</translation>
    </message>
    <message>
      <source>and near infrared</source>
      <translation>및 근적외선</translation>
    </message>
    <message>
      <source>animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3</source>
      <translation>애니메이션,animation,동영상,video,gif,mp4,시계열,time series,타임랩스,timelapse,ndvi,지수,index,lst,시계열 제어기,temporal controller,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply always subtracts, none never does.</source>
      <translation>auto는 1000을 빼야 하는지를 제품마다 판단합니다(영상 레이어에 이유가 기록됨). apply는 항상 빼고, none은 빼지 않습니다.</translation>
    </message>
    <message>
      <source>auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.</source>
      <translation>auto는 데이터에 관계가 나타나는 곳에서는 국지적 세부로 샤프닝하고, 나타나지 않는 곳에서는 보간합니다. linear는 NDVI에 대한 직선 하나, tsharp는 식생 비율에 대한 직선, trees는 회귀 트리입니다.</translation>
    </message>
    <message>
      <source>auto takes the summary flag and the probabilistic mask (every test in old products without it); summary and bayesian take one of them; strict masks what any test marks; none masks nothing.</source>
      <translation>auto는 요약 플래그와 확률 마스크를 사용합니다(확률 마스크가 없는 구형 제품에서는 모든 검사). summary와 bayesian은 둘 중 하나만 사용합니다. strict는 어느 한 검사에라도 걸린 것을 마스크합니다. none은 아무것도 마스크하지 않습니다.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>자동</translation>
    </message>
    <message>
      <source>bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus</source>
      <translation>밴드,bands,천연색,true colour,rgb,잘라내기,clip,모자이크,mosaic,반사율,reflectance,sentinel-2,copernicus</translation>
    </message>
    <message>
      <source>cancelled; what is complete is kept</source>
      <translation>취소됨, 완료된 파일은 유지</translation>
    </message>
    <message>
      <source>cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance</source>
      <translation>구름 없음,cloud-free,cloudless,모자이크,mosaic,합성,composite,중앙값,median,sentinel-2,copernicus,반사율,reflectance</translation>
    </message>
    <message>
      <source>failed: {error}</source>
      <translation>실패: {error}</translation>
    </message>
    <message>
      <source>geometric median</source>
      <translation>기하 중앙값</translation>
    </message>
    <message>
      <source>install,environment,dependencies,python,repair</source>
      <translation>설치,install,환경,environment,의존성,dependencies,파이썬,python,복구,repair</translation>
    </message>
    <message>
      <source>kelvin or celsius, for LST alone.</source>
      <translation>kelvin 또는 celsius이며, LST에만 적용됩니다.</translation>
    </message>
    <message>
      <source>latest</source>
      <translation>최신</translation>
    </message>
    <message>
      <source>linear and tsharp are refused unless r is at most minus this (0-1).</source>
      <translation>r이 이 값(0-1)에 음의 부호를 붙인 값 이하가 아니면 linear와 tsharp를 거부합니다.</translation>
    </message>
    <message>
      <source>lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</source>
      <translation>lst,지표면 온도,surface temperature,상세화,downscaling,disaggregation,샤프닝,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2</translation>
    </message>
    <message>
      <source>maximum NDVI</source>
      <translation>최대 NDVI</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>median</source>
      <translation>중앙값</translation>
    </message>
    <message>
      <source>medoid</source>
      <translation>메도이드</translation>
    </message>
    <message>
      <source>model,chain,workflow,sentinel-2,sentinel-3,copernicus</source>
      <translation>모델,model,체인,chain,워크플로,workflow,sentinel-2,sentinel-3,copernicus</translation>
    </message>
    <message>
      <source>monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles</source>
      <translation>월별,monthly,계절별,seasonal,연별,annual,시계열,time series,구름 없음,cloud-free,모자이크,mosaic,합성,composite,중앙값,median,sentinel-2,타일,tiles</translation>
    </message>
    <message>
      <source>nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.</source>
      <translation>nearest는 측정값을 그대로 유지합니다. bilinear는 보간하지만, 구름을 가로지르거나 코드 값 사이에서 보간하지는 않습니다.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM zone unless a CRS is chosen: for large areas.</source>
      <translation>none은 전체 영역에 래스터 하나를 만듭니다. mgrs는 Sentinel-2 타일마다 하나씩 만들며, 좌표계(CRS)를 선택하지 않으면 타일 자체의 UTM 구역을 사용합니다. 넓은 영역에 적합합니다.</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>설정 안 됨</translation>
    </message>
    <message>
      <source>or Sentinel-2 scenes</source>
      <translation>또는 Sentinel-2 영상</translation>
    </message>
    <message>
      <source>or a Sentinel-3 product (.SEN3 or zip)</source>
      <translation>또는 Sentinel-3 제품(.SEN3 또는 zip)</translation>
    </message>
    <message>
      <source>or a folder of rasters</source>
      <translation>또는 래스터 폴더</translation>
    </message>
    <message>
      <source>or coarse temperature</source>
      <translation>또는 저해상도 온도</translation>
    </message>
    <message>
      <source>or extent</source>
      <translation>또는 범위</translation>
    </message>
    <message>
      <source>or one product (.SEN3 or zip)</source>
      <translation>또는 제품 하나(.SEN3 또는 zip)</translation>
    </message>
    <message>
      <source>or rasters</source>
      <translation>또는 래스터</translation>
    </message>
    <message>
      <source>or red</source>
      <translation>또는 적색</translation>
    </message>
    <message>
      <source>pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening</source>
      <translation>쌍,pairs,매칭,match,같은 날,same day,sentinel-2,sentinel-3,열영상,thermal,lst,샤프닝,sharpening</translation>
    </message>
    <message>
      <source>percentile {number}</source>
      <translation>백분위 {number}</translation>
    </message>
    <message>
      <source>scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their passes.</source>
      <translation>scene은 패스마다 프레임 하나를 만듭니다. day, week, dekad(10일), month는 해당 기간 패스들의 중앙값으로 프레임 하나를 만듭니다.</translation>
    </message>
    <message>
      <source>selected only</source>
      <translation>선택한 피처만</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,다운로드,download,가져오기,fetch,밴드,band,제품,product,이어받기,resume,SAFE,COG</translation>
    </message>
    <message>
      <source>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,planetary computer,cloud</source>
      <translation>sentinel-2,sentinel-3,copernicus,cdse,stac,odata,카탈로그,catalogue,검색,search,촬영 범위,footprint,SAFE,earth search,planetary computer,구름,cloud</translation>
    </message>
    <message>
      <source>sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus</source>
      <translation>sentinel-3,slstr,lst,지표면 온도,land surface temperature,ndvi,관측폭,swath,netcdf,sen3,지오코딩,geocode,copernicus</translation>
    </message>
    <message>
      <source>smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; none leaves it out.</source>
      <translation>smooth는 잔차를 보간하여 되돌립니다. exact는 각 저해상도 픽셀의 평균이 측정값과 같아질 때까지 되돌립니다. none은 되돌리지 않습니다.</translation>
    </message>
    <message>
      <source>statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3</source>
      <translation>통계,statistics,아카이브,archive,가용성,availability,달력,calendar,구름,cloud,재방문,revisit,보고서,report,copernicus,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>the Python Package Index, or the index that pip is configured with</source>
      <translation>Python Package Index 또는 pip에 설정된 인덱스</translation>
    </message>
    <message>
      <source>the extent below</source>
      <translation>아래의 범위</translation>
    </message>
    <message>
      <source>time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</source>
      <translation>시계열,time series,구역 통계,zonal statistics,ndvi,지수,index,도표,chart,평활화,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>대기 중</translation>
    </message>
    <message>
      <source>{composite} (all years; times in the nominal year 2000)</source>
      <translation>{composite}(모든 연도, 시각은 명목 연도 2000)</translation>
    </message>
    <message>
      <source>{count} scenes found.</source>
      <translation>영상 {count}개를 찾았습니다.</translation>
    </message>
    <message>
      <source>{count} scenes into {place}</source>
      <translation>영상 {count}개 → {place}</translation>
    </message>
    <message>
      <source>{day}: {count} scenes, least cloud {cloud}</source>
      <translation>{day}: 영상 {count}개, 최소 구름량 {cloud}</translation>
    </message>
    <message>
      <source>{downloaded} fetched, {skipped} here before, {failed} failed</source>
      <translation>{downloaded}개 가져옴, {skipped}개 이미 있음, {failed}개 실패</translation>
    </message>
    <message>
      <source>{first}–{last} {year}</source>
      <translation>{year}년 {first}–{last}</translation>
    </message>
    <message>
      <source>{month} {year}</source>
      <translation>{year}년 {month}</translation>
    </message>
    <message>
      <source>{name} is on the map.</source>
      <translation>지도에 추가했습니다: {name}.</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{satellite} scenes</source>
      <translation>{satellite} 장면</translation>
    </message>
    <message>
      <source>{what} ready</source>
      <translation>{what} 준비됨</translation>
    </message>
    <message>
      <source>σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.</source>
      <translation>센서가 픽셀을 넘어 감지하는 범위의 σ입니다(0-1). local에 적용됩니다. 비워 두면 데이터에서 구합니다.</translation>
    </message>
  </context>
</TS>
