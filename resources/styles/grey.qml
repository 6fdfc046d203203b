<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis version="3.40.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandgray" grayBand="$red_band" alphaBand="-1" opacity="1" nodataColor="" gradient="BlackToWhite">
      <contrastEnhancement>
        <minValue>$red_min</minValue>
        <maxValue>$red_max</maxValue>
        <algorithm>StretchToMinimumMaximum</algorithm>
      </contrastEnhancement>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="$gamma"/>
    <huesaturation saturation="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
