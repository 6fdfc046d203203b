<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis version="3.40.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="multibandcolor" redBand="$red_band" greenBand="$green_band" blueBand="$blue_band" alphaBand="-1" opacity="1" nodataColor="">
      <redContrastEnhancement>
        <minValue>$red_min</minValue>
        <maxValue>$red_max</maxValue>
        <algorithm>StretchToMinimumMaximum</algorithm>
      </redContrastEnhancement>
      <greenContrastEnhancement>
        <minValue>$green_min</minValue>
        <maxValue>$green_max</maxValue>
        <algorithm>StretchToMinimumMaximum</algorithm>
      </greenContrastEnhancement>
      <blueContrastEnhancement>
        <minValue>$blue_min</minValue>
        <maxValue>$blue_max</maxValue>
        <algorithm>StretchToMinimumMaximum</algorithm>
      </blueContrastEnhancement>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="$gamma"/>
    <huesaturation saturation="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
