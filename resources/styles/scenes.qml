<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis styleCategories="Symbology|Fields|MapTips|AttributeTable" version="3.40.6-Bratislava">
  <renderer-v2 symbollevels="0" referencescale="-1" forceraster="0" enableorderby="0" type="RuleRenderer">
    <rules key="{315e858f-abcb-46d3-a185-25ab20da62be}">
      <rule label="up to 10 % cloud" symbol="0" key="{2e9a00a6-c040-4166-a55f-2f0b952fe3c5}" filter="&quot;cloud&quot; &lt;= 10"/>
      <rule label="10 to 30 % cloud" symbol="1" key="{1126e6bc-dfb2-45a9-b357-0851ed452219}" filter="&quot;cloud&quot; > 10 AND &quot;cloud&quot; &lt;= 30"/>
      <rule label="30 to 60 % cloud" symbol="2" key="{ddb714a6-0819-4b32-9d0b-2a43e59ea737}" filter="&quot;cloud&quot; > 30 AND &quot;cloud&quot; &lt;= 60"/>
      <rule label="more than 60 % cloud" symbol="3" key="{86c78e88-1e9a-4f55-b215-76862874c086}" filter="&quot;cloud&quot; > 60"/>
      <rule label="cloud unknown" symbol="4" key="{4df5c61e-af0c-47f3-83a8-18d92a764a6f}" filter="ELSE"/>
    </rules>
    <symbols>
      <symbol frame_rate="10" clip_to_extent="1" name="0" alpha="1" is_animated="0" force_rhr="0" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" enabled="1" id="{446f764f-1c3c-4665-b45d-85ce4926cc42}" locked="0">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="33,102,172,14,rgb:0.12941176470588237,0.40000000000000002,0.67450980392156867,0.05490196078431372" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="33,102,172,255,rgb:0.12941176470588237,0.40000000000000002,0.67450980392156867,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="no" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol frame_rate="10" clip_to_extent="1" name="1" alpha="1" is_animated="0" force_rhr="0" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" enabled="1" id="{7082ddf2-070b-47d8-8f8c-8cc787dc12c1}" locked="0">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="103,169,207,14,rgb:0.40392156862745099,0.66274509803921566,0.81176470588235294,0.05490196078431372" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="103,169,207,255,rgb:0.40392156862745099,0.66274509803921566,0.81176470588235294,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="no" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol frame_rate="10" clip_to_extent="1" name="2" alpha="1" is_animated="0" force_rhr="0" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" enabled="1" id="{286236fd-4ecc-46ad-9048-5313703d3e1d}" locked="0">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="253,219,199,14,rgb:0.99215686274509807,0.85882352941176465,0.7803921568627451,0.05490196078431372" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="244,165,130,255,rgb:0.95686274509803926,0.6470588235294118,0.50980392156862742,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="no" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol frame_rate="10" clip_to_extent="1" name="3" alpha="1" is_animated="0" force_rhr="0" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" enabled="1" id="{53d003aa-cafd-4614-b78d-cfbd12d26154}" locked="0">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="178,24,43,14,rgb:0.69803921568627447,0.09411764705882353,0.16862745098039217,0.05490196078431372" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="178,24,43,255,rgb:0.69803921568627447,0.09411764705882353,0.16862745098039217,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="no" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol frame_rate="10" clip_to_extent="1" name="4" alpha="1" is_animated="0" force_rhr="0" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer pass="0" class="SimpleFill" enabled="1" id="{a3b2e9d0-5b5a-46cc-8cf0-62bc65da7f79}" locked="0">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="117,117,117,14,rgb:0.45882352941176469,0.45882352941176469,0.45882352941176469,0.05490196078431372" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="117,117,117,255,rgb:0.45882352941176469,0.45882352941176469,0.45882352941176469,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.5" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="no" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <data-defined-properties>
      <Option type="Map">
        <Option name="name" value="" type="QString"/>
        <Option name="properties"/>
        <Option name="type" value="collection" type="QString"/>
      </Option>
    </data-defined-properties>
  </renderer-v2>
  <selection mode="CustomSymbol">
    <selectionColor invalid="1"/>
    <selectionSymbol>
      <symbol name="" force_rhr="0" frame_rate="10" clip_to_extent="1" type="fill" is_animated="0" alpha="1">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer locked="0" pass="0" id="{1c286dac-076b-4c42-a4bf-c4db25e71528}" enabled="1" class="SimpleFill">
          <Option type="Map">
            <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="color" value="0,0,255,255,rgb:0,0,1,1" type="QString"/>
            <Option name="joinstyle" value="miter" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="255,200,0,255,rgb:1,0.78431372549019607,0,1" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="1.4" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="style" value="no" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties"/>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </selectionSymbol>
  </selection>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <fieldConfiguration>
    <field name="id" configurationFlags="NoFlag"/>
    <field name="platform" configurationFlags="NoFlag"/>
    <field name="product" configurationFlags="NoFlag"/>
    <field name="datetime" configurationFlags="NoFlag"/>
    <field name="local_time" configurationFlags="NoFlag"/>
    <field name="day_night" configurationFlags="NoFlag"/>
    <field name="tile" configurationFlags="NoFlag"/>
    <field name="frame" configurationFlags="NoFlag"/>
    <field name="relative_orbit" configurationFlags="NoFlag"/>
    <field name="orbit_state" configurationFlags="NoFlag"/>
    <field name="baseline" configurationFlags="NoFlag"/>
    <field name="timeliness" configurationFlags="NoFlag"/>
    <field name="centre" configurationFlags="NoFlag"/>
    <field name="cloud" configurationFlags="NoFlag"/>
    <field name="coverage" configurationFlags="NoFlag"/>
    <field name="pass_coverage" configurationFlags="NoFlag"/>
    <field name="clear" configurationFlags="NoFlag"/>
    <field name="vegetation" configurationFlags="NoFlag"/>
    <field name="water" configurationFlags="NoFlag"/>
    <field name="snow" configurationFlags="NoFlag"/>
    <field name="nodata" configurationFlags="NoFlag"/>
    <field name="sun_elevation" configurationFlags="NoFlag"/>
    <field name="size_mb" configurationFlags="NoFlag"/>
    <field name="online" configurationFlags="NoFlag"/>
    <field name="source" configurationFlags="NoFlag"/>
    <field name="offset" configurationFlags="NoFlag"/>
    <field name="thumbnail" configurationFlags="NoFlag"/>
    <field name="scene" configurationFlags="NoFlag"/>
  </fieldConfiguration>
  <aliases>
    <alias name="Scene" index="0" field="id"/>
    <alias name="Satellite" index="1" field="platform"/>
    <alias name="Product" index="2" field="product"/>
    <alias name="Sensing time (UTC)" index="3" field="datetime"/>
    <alias name="Local solar time" index="4" field="local_time"/>
    <alias name="Day or night" index="5" field="day_night"/>
    <alias name="Tile" index="6" field="tile"/>
    <alias name="Frame" index="7" field="frame"/>
    <alias name="Relative orbit" index="8" field="relative_orbit"/>
    <alias name="Orbit direction" index="9" field="orbit_state"/>
    <alias name="Processing baseline" index="10" field="baseline"/>
    <alias name="Timeliness" index="11" field="timeliness"/>
    <alias name="Processing centre" index="12" field="centre"/>
    <alias name="Cloud [%]" index="13" field="cloud"/>
    <alias name="AOI covered [%]" index="14" field="coverage"/>
    <alias name="AOI covered by the pass [%]" index="15" field="pass_coverage"/>
    <alias name="AOI clear [%]" index="16" field="clear"/>
    <alias name="Vegetation [%]" index="17" field="vegetation"/>
    <alias name="Water [%]" index="18" field="water"/>
    <alias name="Snow [%]" index="19" field="snow"/>
    <alias name="No data [%]" index="20" field="nodata"/>
    <alias name="Sun elevation [°]" index="21" field="sun_elevation"/>
    <alias name="Size [MB]" index="22" field="size_mb"/>
    <alias name="Online" index="23" field="online"/>
    <alias name="Source" index="24" field="source"/>
    <alias name="Reflectance offset" index="25" field="offset"/>
    <alias name="Thumbnail" index="26" field="thumbnail"/>
    <alias name="Scene (STAC item)" index="27" field="scene"/>
  </aliases>
  <splitPolicies>
    <policy policy="Duplicate" field="id"/>
    <policy policy="Duplicate" field="platform"/>
    <policy policy="Duplicate" field="product"/>
    <policy policy="Duplicate" field="datetime"/>
    <policy policy="Duplicate" field="local_time"/>
    <policy policy="Duplicate" field="day_night"/>
    <policy policy="Duplicate" field="tile"/>
    <policy policy="Duplicate" field="frame"/>
    <policy policy="Duplicate" field="relative_orbit"/>
    <policy policy="Duplicate" field="orbit_state"/>
    <policy policy="Duplicate" field="baseline"/>
    <policy policy="Duplicate" field="timeliness"/>
    <policy policy="Duplicate" field="centre"/>
    <policy policy="Duplicate" field="cloud"/>
    <policy policy="Duplicate" field="coverage"/>
    <policy policy="Duplicate" field="pass_coverage"/>
    <policy policy="Duplicate" field="clear"/>
    <policy policy="Duplicate" field="vegetation"/>
    <policy policy="Duplicate" field="water"/>
    <policy policy="Duplicate" field="snow"/>
    <policy policy="Duplicate" field="nodata"/>
    <policy policy="Duplicate" field="sun_elevation"/>
    <policy policy="Duplicate" field="size_mb"/>
    <policy policy="Duplicate" field="online"/>
    <policy policy="Duplicate" field="source"/>
    <policy policy="Duplicate" field="offset"/>
    <policy policy="Duplicate" field="thumbnail"/>
    <policy policy="Duplicate" field="scene"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy policy="Duplicate" field="id"/>
    <policy policy="Duplicate" field="platform"/>
    <policy policy="Duplicate" field="product"/>
    <policy policy="Duplicate" field="datetime"/>
    <policy policy="Duplicate" field="local_time"/>
    <policy policy="Duplicate" field="day_night"/>
    <policy policy="Duplicate" field="tile"/>
    <policy policy="Duplicate" field="frame"/>
    <policy policy="Duplicate" field="relative_orbit"/>
    <policy policy="Duplicate" field="orbit_state"/>
    <policy policy="Duplicate" field="baseline"/>
    <policy policy="Duplicate" field="timeliness"/>
    <policy policy="Duplicate" field="centre"/>
    <policy policy="Duplicate" field="cloud"/>
    <policy policy="Duplicate" field="coverage"/>
    <policy policy="Duplicate" field="pass_coverage"/>
    <policy policy="Duplicate" field="clear"/>
    <policy policy="Duplicate" field="vegetation"/>
    <policy policy="Duplicate" field="water"/>
    <policy policy="Duplicate" field="snow"/>
    <policy policy="Duplicate" field="nodata"/>
    <policy policy="Duplicate" field="sun_elevation"/>
    <policy policy="Duplicate" field="size_mb"/>
    <policy policy="Duplicate" field="online"/>
    <policy policy="Duplicate" field="source"/>
    <policy policy="Duplicate" field="offset"/>
    <policy policy="Duplicate" field="thumbnail"/>
    <policy policy="Duplicate" field="scene"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" applyOnUpdate="0" field="id"/>
    <default expression="" applyOnUpdate="0" field="platform"/>
    <default expression="" applyOnUpdate="0" field="product"/>
    <default expression="" applyOnUpdate="0" field="datetime"/>
    <default expression="" applyOnUpdate="0" field="local_time"/>
    <default expression="" applyOnUpdate="0" field="day_night"/>
    <default expression="" applyOnUpdate="0" field="tile"/>
    <default expression="" applyOnUpdate="0" field="frame"/>
    <default expression="" applyOnUpdate="0" field="relative_orbit"/>
    <default expression="" applyOnUpdate="0" field="orbit_state"/>
    <default expression="" applyOnUpdate="0" field="baseline"/>
    <default expression="" applyOnUpdate="0" field="timeliness"/>
    <default expression="" applyOnUpdate="0" field="centre"/>
    <default expression="" applyOnUpdate="0" field="cloud"/>
    <default expression="" applyOnUpdate="0" field="coverage"/>
    <default expression="" applyOnUpdate="0" field="pass_coverage"/>
    <default expression="" applyOnUpdate="0" field="clear"/>
    <default expression="" applyOnUpdate="0" field="vegetation"/>
    <default expression="" applyOnUpdate="0" field="water"/>
    <default expression="" applyOnUpdate="0" field="snow"/>
    <default expression="" applyOnUpdate="0" field="nodata"/>
    <default expression="" applyOnUpdate="0" field="sun_elevation"/>
    <default expression="" applyOnUpdate="0" field="size_mb"/>
    <default expression="" applyOnUpdate="0" field="online"/>
    <default expression="" applyOnUpdate="0" field="source"/>
    <default expression="" applyOnUpdate="0" field="offset"/>
    <default expression="" applyOnUpdate="0" field="thumbnail"/>
    <default expression="" applyOnUpdate="0" field="scene"/>
  </defaults>
  <constraints>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="id" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="platform" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="product" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="datetime" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="local_time" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="day_night" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="tile" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="frame" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="relative_orbit" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="orbit_state" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="baseline" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="timeliness" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="centre" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="cloud" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="coverage" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="pass_coverage" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="clear" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="vegetation" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="water" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="snow" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="nodata" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="sun_elevation" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="size_mb" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="online" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="source" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="offset" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="thumbnail" notnull_strength="0"/>
    <constraint exp_strength="0" constraints="0" unique_strength="0" field="scene" notnull_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint exp="" desc="" field="id"/>
    <constraint exp="" desc="" field="platform"/>
    <constraint exp="" desc="" field="product"/>
    <constraint exp="" desc="" field="datetime"/>
    <constraint exp="" desc="" field="local_time"/>
    <constraint exp="" desc="" field="day_night"/>
    <constraint exp="" desc="" field="tile"/>
    <constraint exp="" desc="" field="frame"/>
    <constraint exp="" desc="" field="relative_orbit"/>
    <constraint exp="" desc="" field="orbit_state"/>
    <constraint exp="" desc="" field="baseline"/>
    <constraint exp="" desc="" field="timeliness"/>
    <constraint exp="" desc="" field="centre"/>
    <constraint exp="" desc="" field="cloud"/>
    <constraint exp="" desc="" field="coverage"/>
    <constraint exp="" desc="" field="pass_coverage"/>
    <constraint exp="" desc="" field="clear"/>
    <constraint exp="" desc="" field="vegetation"/>
    <constraint exp="" desc="" field="water"/>
    <constraint exp="" desc="" field="snow"/>
    <constraint exp="" desc="" field="nodata"/>
    <constraint exp="" desc="" field="sun_elevation"/>
    <constraint exp="" desc="" field="size_mb"/>
    <constraint exp="" desc="" field="online"/>
    <constraint exp="" desc="" field="source"/>
    <constraint exp="" desc="" field="offset"/>
    <constraint exp="" desc="" field="thumbnail"/>
    <constraint exp="" desc="" field="scene"/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortExpression="&quot;datetime&quot;" sortOrder="0" actionWidgetStyle="dropDown">
    <columns>
      <column width="190" hidden="0" name="datetime" type="field"/>
      <column width="70" hidden="0" name="tile" type="field"/>
      <column width="-1" hidden="0" name="platform" type="field"/>
      <column width="80" hidden="0" name="cloud" type="field"/>
      <column width="90" hidden="0" name="clear" type="field"/>
      <column width="-1" hidden="0" name="coverage" type="field"/>
      <column width="-1" hidden="0" name="pass_coverage" type="field"/>
      <column width="260" hidden="0" name="offset" type="field"/>
      <column width="-1" hidden="0" name="baseline" type="field"/>
      <column width="-1" hidden="0" name="relative_orbit" type="field"/>
      <column width="-1" hidden="0" name="local_time" type="field"/>
      <column width="-1" hidden="0" name="day_night" type="field"/>
      <column width="-1" hidden="0" name="vegetation" type="field"/>
      <column width="-1" hidden="0" name="water" type="field"/>
      <column width="-1" hidden="0" name="snow" type="field"/>
      <column width="-1" hidden="0" name="nodata" type="field"/>
      <column width="-1" hidden="0" name="sun_elevation" type="field"/>
      <column width="-1" hidden="0" name="size_mb" type="field"/>
      <column width="-1" hidden="0" name="online" type="field"/>
      <column width="-1" hidden="0" name="source" type="field"/>
      <column width="-1" hidden="0" name="product" type="field"/>
      <column width="-1" hidden="0" name="orbit_state" type="field"/>
      <column width="330" hidden="0" name="id" type="field"/>
      <column width="-1" hidden="0" name="frame" type="field"/>
      <column width="-1" hidden="0" name="timeliness" type="field"/>
      <column width="-1" hidden="0" name="centre" type="field"/>
      <column width="-1" hidden="1" name="thumbnail" type="field"/>
      <column width="-1" hidden="1" name="scene" type="field"/>
      <column width="-1" hidden="1" type="actions"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <mapTip enabled="1">&lt;b>[% replace("id", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/b>&lt;br>[% format_date("datetime", 'yyyy-MM-dd HH:mm') %] UTC · cloud [% coalesce(round("cloud", 1), '?') %] %&lt;br>[% if(regexp_match("thumbnail", '^https://[^"&lt;>\\s]+$'), '&lt;img src="' || replace("thumbnail", '&amp;', '&amp;amp;') || '" width="300">', '') %]</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
