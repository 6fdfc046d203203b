<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology|Fields|MapTips|AttributeTable" version="3.40.6-Bratislava">
  <renderer-v2 type="RuleRenderer" referencescale="-1" forceraster="0" enableorderby="0" symbollevels="0">
    <rules key="{b9b174cb-3f69-46e9-90d7-75b748e23fe3}">
      <rule label="≤ 10 % cloud" symbol="0" filter="&quot;cloud&quot; &lt;= 10" key="{434ccad8-05aa-4f06-a669-6af97021e57d}"/>
      <rule label="10–30 %" symbol="1" filter="&quot;cloud&quot; > 10 AND &quot;cloud&quot; &lt;= 30" key="{fe3a3a06-9682-4677-a5d9-da1bec06a48d}"/>
      <rule label="30–60 %" symbol="2" filter="&quot;cloud&quot; > 30 AND &quot;cloud&quot; &lt;= 60" key="{f9a6f8a3-8220-41a9-a98e-d17ac796ae47}"/>
      <rule label="> 60 %" symbol="3" filter="&quot;cloud&quot; > 60" key="{71f26105-0d23-45e4-9746-29bce9dd4e6b}"/>
      <rule label="cloud unknown" symbol="4" filter="ELSE" key="{b04d9404-2ef4-4173-b562-2c65f860ab1b}"/>
    </rules>
    <symbols>
      <symbol type="fill" clip_to_extent="1" name="0" frame_rate="10" force_rhr="0" alpha="1" is_animated="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" pass="0" class="SimpleFill" id="{382dff41-2729-4380-85b8-26a2c498bb61}" locked="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="33,102,172,45,rgb:0.12941176470588237,0.40000000000000002,0.67450980392156867,0.17647058823529413"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="33,102,172,255,rgb:0.12941176470588237,0.40000000000000002,0.67450980392156867,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" name="1" frame_rate="10" force_rhr="0" alpha="1" is_animated="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" pass="0" class="SimpleFill" id="{48e559b7-ab69-4d65-9b9e-92afd9646d05}" locked="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="103,169,207,45,rgb:0.40392156862745099,0.66274509803921566,0.81176470588235294,0.17647058823529413"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="103,169,207,255,rgb:0.40392156862745099,0.66274509803921566,0.81176470588235294,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" name="2" frame_rate="10" force_rhr="0" alpha="1" is_animated="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" pass="0" class="SimpleFill" id="{6812edba-5971-4844-af12-d60e98569375}" locked="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="253,219,199,45,rgb:0.99215686274509807,0.85882352941176465,0.7803921568627451,0.17647058823529413"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="253,219,199,255,rgb:0.99215686274509807,0.85882352941176465,0.7803921568627451,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" name="3" frame_rate="10" force_rhr="0" alpha="1" is_animated="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" pass="0" class="SimpleFill" id="{28669874-e0b2-4106-88af-faa57facaf68}" locked="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="178,24,43,45,rgb:0.69803921568627447,0.09411764705882353,0.16862745098039217,0.17647058823529413"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="178,24,43,255,rgb:0.69803921568627447,0.09411764705882353,0.16862745098039217,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="fill" clip_to_extent="1" name="4" frame_rate="10" force_rhr="0" alpha="1" is_animated="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" pass="0" class="SimpleFill" id="{4bd7fbe5-cdfd-44b8-b82d-ce5718d43887}" locked="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="117,117,117,45,rgb:0.45882352941176469,0.45882352941176469,0.45882352941176469,0.17647058823529413"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="117,117,117,255,rgb:0.45882352941176469,0.45882352941176469,0.45882352941176469,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.5"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <data-defined-properties>
      <Option type="Map">
        <Option type="QString" name="name" value=""/>
        <Option name="properties"/>
        <Option type="QString" name="type" value="collection"/>
      </Option>
    </data-defined-properties>
  </renderer-v2>
  <selection mode="Default">
    <selectionColor invalid="1"/>
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
    <alias field="id" name="Scene" index="0"/>
    <alias field="platform" name="Satellite" index="1"/>
    <alias field="product" name="Product" index="2"/>
    <alias field="datetime" name="Sensing time (UTC)" index="3"/>
    <alias field="local_time" name="Local solar time" index="4"/>
    <alias field="day_night" name="Day or night" index="5"/>
    <alias field="tile" name="Tile" index="6"/>
    <alias field="frame" name="Frame" index="7"/>
    <alias field="relative_orbit" name="Relative orbit" index="8"/>
    <alias field="orbit_state" name="Orbit direction" index="9"/>
    <alias field="baseline" name="Processing baseline" index="10"/>
    <alias field="timeliness" name="Timeliness" index="11"/>
    <alias field="centre" name="Processing centre" index="12"/>
    <alias field="cloud" name="Cloud [%]" index="13"/>
    <alias field="coverage" name="AOI covered [%]" index="14"/>
    <alias field="pass_coverage" name="AOI covered by the pass [%]" index="15"/>
    <alias field="clear" name="AOI clear [%]" index="16"/>
    <alias field="vegetation" name="Vegetation [%]" index="17"/>
    <alias field="water" name="Water [%]" index="18"/>
    <alias field="snow" name="Snow [%]" index="19"/>
    <alias field="nodata" name="No data [%]" index="20"/>
    <alias field="sun_elevation" name="Sun elevation [°]" index="21"/>
    <alias field="size_mb" name="Size [MB]" index="22"/>
    <alias field="online" name="Online" index="23"/>
    <alias field="source" name="Source" index="24"/>
    <alias field="offset" name="Reflectance offset" index="25"/>
    <alias field="thumbnail" name="Thumbnail" index="26"/>
    <alias field="scene" name="Scene (STAC item)" index="27"/>
  </aliases>
  <splitPolicies>
    <policy field="id" policy="Duplicate"/>
    <policy field="platform" policy="Duplicate"/>
    <policy field="product" policy="Duplicate"/>
    <policy field="datetime" policy="Duplicate"/>
    <policy field="local_time" policy="Duplicate"/>
    <policy field="day_night" policy="Duplicate"/>
    <policy field="tile" policy="Duplicate"/>
    <policy field="frame" policy="Duplicate"/>
    <policy field="relative_orbit" policy="Duplicate"/>
    <policy field="orbit_state" policy="Duplicate"/>
    <policy field="baseline" policy="Duplicate"/>
    <policy field="timeliness" policy="Duplicate"/>
    <policy field="centre" policy="Duplicate"/>
    <policy field="cloud" policy="Duplicate"/>
    <policy field="coverage" policy="Duplicate"/>
    <policy field="pass_coverage" policy="Duplicate"/>
    <policy field="clear" policy="Duplicate"/>
    <policy field="vegetation" policy="Duplicate"/>
    <policy field="water" policy="Duplicate"/>
    <policy field="snow" policy="Duplicate"/>
    <policy field="nodata" policy="Duplicate"/>
    <policy field="sun_elevation" policy="Duplicate"/>
    <policy field="size_mb" policy="Duplicate"/>
    <policy field="online" policy="Duplicate"/>
    <policy field="source" policy="Duplicate"/>
    <policy field="offset" policy="Duplicate"/>
    <policy field="thumbnail" policy="Duplicate"/>
    <policy field="scene" policy="Duplicate"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy field="id" policy="Duplicate"/>
    <policy field="platform" policy="Duplicate"/>
    <policy field="product" policy="Duplicate"/>
    <policy field="datetime" policy="Duplicate"/>
    <policy field="local_time" policy="Duplicate"/>
    <policy field="day_night" policy="Duplicate"/>
    <policy field="tile" policy="Duplicate"/>
    <policy field="frame" policy="Duplicate"/>
    <policy field="relative_orbit" policy="Duplicate"/>
    <policy field="orbit_state" policy="Duplicate"/>
    <policy field="baseline" policy="Duplicate"/>
    <policy field="timeliness" policy="Duplicate"/>
    <policy field="centre" policy="Duplicate"/>
    <policy field="cloud" policy="Duplicate"/>
    <policy field="coverage" policy="Duplicate"/>
    <policy field="pass_coverage" policy="Duplicate"/>
    <policy field="clear" policy="Duplicate"/>
    <policy field="vegetation" policy="Duplicate"/>
    <policy field="water" policy="Duplicate"/>
    <policy field="snow" policy="Duplicate"/>
    <policy field="nodata" policy="Duplicate"/>
    <policy field="sun_elevation" policy="Duplicate"/>
    <policy field="size_mb" policy="Duplicate"/>
    <policy field="online" policy="Duplicate"/>
    <policy field="source" policy="Duplicate"/>
    <policy field="offset" policy="Duplicate"/>
    <policy field="thumbnail" policy="Duplicate"/>
    <policy field="scene" policy="Duplicate"/>
  </duplicatePolicies>
  <defaults>
    <default field="id" applyOnUpdate="0" expression=""/>
    <default field="platform" applyOnUpdate="0" expression=""/>
    <default field="product" applyOnUpdate="0" expression=""/>
    <default field="datetime" applyOnUpdate="0" expression=""/>
    <default field="local_time" applyOnUpdate="0" expression=""/>
    <default field="day_night" applyOnUpdate="0" expression=""/>
    <default field="tile" applyOnUpdate="0" expression=""/>
    <default field="frame" applyOnUpdate="0" expression=""/>
    <default field="relative_orbit" applyOnUpdate="0" expression=""/>
    <default field="orbit_state" applyOnUpdate="0" expression=""/>
    <default field="baseline" applyOnUpdate="0" expression=""/>
    <default field="timeliness" applyOnUpdate="0" expression=""/>
    <default field="centre" applyOnUpdate="0" expression=""/>
    <default field="cloud" applyOnUpdate="0" expression=""/>
    <default field="coverage" applyOnUpdate="0" expression=""/>
    <default field="pass_coverage" applyOnUpdate="0" expression=""/>
    <default field="clear" applyOnUpdate="0" expression=""/>
    <default field="vegetation" applyOnUpdate="0" expression=""/>
    <default field="water" applyOnUpdate="0" expression=""/>
    <default field="snow" applyOnUpdate="0" expression=""/>
    <default field="nodata" applyOnUpdate="0" expression=""/>
    <default field="sun_elevation" applyOnUpdate="0" expression=""/>
    <default field="size_mb" applyOnUpdate="0" expression=""/>
    <default field="online" applyOnUpdate="0" expression=""/>
    <default field="source" applyOnUpdate="0" expression=""/>
    <default field="offset" applyOnUpdate="0" expression=""/>
    <default field="thumbnail" applyOnUpdate="0" expression=""/>
    <default field="scene" applyOnUpdate="0" expression=""/>
  </defaults>
  <constraints>
    <constraint constraints="0" field="id" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="platform" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="product" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="datetime" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="local_time" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="day_night" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="tile" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="frame" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="relative_orbit" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="orbit_state" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="baseline" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="timeliness" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="centre" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="cloud" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="coverage" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="pass_coverage" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="clear" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="vegetation" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="water" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="snow" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="nodata" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="sun_elevation" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="size_mb" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="online" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="source" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="offset" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="thumbnail" exp_strength="0" unique_strength="0" notnull_strength="0"/>
    <constraint constraints="0" field="scene" exp_strength="0" unique_strength="0" notnull_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="id" desc="" exp=""/>
    <constraint field="platform" desc="" exp=""/>
    <constraint field="product" desc="" exp=""/>
    <constraint field="datetime" desc="" exp=""/>
    <constraint field="local_time" desc="" exp=""/>
    <constraint field="day_night" desc="" exp=""/>
    <constraint field="tile" desc="" exp=""/>
    <constraint field="frame" desc="" exp=""/>
    <constraint field="relative_orbit" desc="" exp=""/>
    <constraint field="orbit_state" desc="" exp=""/>
    <constraint field="baseline" desc="" exp=""/>
    <constraint field="timeliness" desc="" exp=""/>
    <constraint field="centre" desc="" exp=""/>
    <constraint field="cloud" desc="" exp=""/>
    <constraint field="coverage" desc="" exp=""/>
    <constraint field="pass_coverage" desc="" exp=""/>
    <constraint field="clear" desc="" exp=""/>
    <constraint field="vegetation" desc="" exp=""/>
    <constraint field="water" desc="" exp=""/>
    <constraint field="snow" desc="" exp=""/>
    <constraint field="nodata" desc="" exp=""/>
    <constraint field="sun_elevation" desc="" exp=""/>
    <constraint field="size_mb" desc="" exp=""/>
    <constraint field="online" desc="" exp=""/>
    <constraint field="source" desc="" exp=""/>
    <constraint field="offset" desc="" exp=""/>
    <constraint field="thumbnail" desc="" exp=""/>
    <constraint field="scene" desc="" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="&quot;datetime&quot;" sortOrder="0">
    <columns>
      <column type="field" name="id" width="-1" hidden="0"/>
      <column type="field" name="platform" width="-1" hidden="0"/>
      <column type="field" name="product" width="-1" hidden="0"/>
      <column type="field" name="datetime" width="-1" hidden="0"/>
      <column type="field" name="local_time" width="-1" hidden="0"/>
      <column type="field" name="day_night" width="-1" hidden="0"/>
      <column type="field" name="tile" width="-1" hidden="0"/>
      <column type="field" name="frame" width="-1" hidden="0"/>
      <column type="field" name="relative_orbit" width="-1" hidden="0"/>
      <column type="field" name="orbit_state" width="-1" hidden="0"/>
      <column type="field" name="baseline" width="-1" hidden="0"/>
      <column type="field" name="timeliness" width="-1" hidden="0"/>
      <column type="field" name="centre" width="-1" hidden="0"/>
      <column type="field" name="cloud" width="-1" hidden="0"/>
      <column type="field" name="coverage" width="-1" hidden="0"/>
      <column type="field" name="pass_coverage" width="-1" hidden="0"/>
      <column type="field" name="clear" width="-1" hidden="0"/>
      <column type="field" name="vegetation" width="-1" hidden="0"/>
      <column type="field" name="water" width="-1" hidden="0"/>
      <column type="field" name="snow" width="-1" hidden="0"/>
      <column type="field" name="nodata" width="-1" hidden="0"/>
      <column type="field" name="sun_elevation" width="-1" hidden="0"/>
      <column type="field" name="size_mb" width="-1" hidden="0"/>
      <column type="field" name="online" width="-1" hidden="0"/>
      <column type="field" name="source" width="-1" hidden="0"/>
      <column type="field" name="offset" width="-1" hidden="0"/>
      <column type="field" name="thumbnail" width="-1" hidden="1"/>
      <column type="field" name="scene" width="-1" hidden="1"/>
      <column type="actions" width="-1" hidden="1"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <mapTip enabled="1">&lt;b>[% "id" %]&lt;/b>&lt;br>[% format_date("datetime", 'yyyy-MM-dd HH:mm') %] UTC · cloud [% coalesce(round("cloud", 1), '?') %] %&lt;br>&lt;img src="[% "thumbnail" %]" width="300"></mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
