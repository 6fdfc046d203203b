<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis version="3.40.6-Bratislava" styleCategories="Symbology|Fields|MapTips|AttributeTable">
  <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" type="RuleRenderer" symbollevels="0">
    <rules key="{f6783706-dc93-4a64-9325-e6f9200861e9}">
      <rule filter="&quot;rank&quot; = 1" symbol="0" label="best pair" key="{4a2c6508-5e90-4d41-99b5-0cbaa8b27076}"/>
      <rule filter="&quot;rank&quot; &lt;= 5" symbol="1" label="ranks 2 to 5" key="{212b4ee2-89d1-4b6a-8893-89e4e543375e}"/>
      <rule filter="ELSE" symbol="2" label="others" key="{6a0a66c2-c08a-4beb-a567-34bd9cff1772}"/>
    </rules>
    <symbols>
      <symbol alpha="1" clip_to_extent="1" frame_rate="10" is_animated="0" force_rhr="0" name="0" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleFill" pass="0" locked="0" id="{145424ab-9a59-460e-b5a6-599dfbfc3a1f}" enabled="1">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="27,120,55,30,rgb:0.10588235294117647,0.47058823529411764,0.21568627450980393,0.11764705882352941" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="27,120,55,255,rgb:0.10588235294117647,0.47058823529411764,0.21568627450980393,1" name="outline_color" type="QString"/>
            <Option value="solid" name="outline_style" type="QString"/>
            <Option value="0.9" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="no" name="style" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol alpha="1" clip_to_extent="1" frame_rate="10" is_animated="0" force_rhr="0" name="1" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleFill" pass="0" locked="0" id="{33d612c3-92c4-4e98-bec1-606677a8720a}" enabled="1">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="90,174,97,15,rgb:0.35294117647058826,0.68235294117647061,0.38039215686274508,0.05882352941176471" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="90,174,97,255,rgb:0.35294117647058826,0.68235294117647061,0.38039215686274508,1" name="outline_color" type="QString"/>
            <Option value="solid" name="outline_style" type="QString"/>
            <Option value="0.6" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="no" name="style" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol alpha="1" clip_to_extent="1" frame_rate="10" is_animated="0" force_rhr="0" name="2" type="fill">
        <data_defined_properties>
          <Option type="Map">
            <Option value="" name="name" type="QString"/>
            <Option name="properties"/>
            <Option value="collection" name="type" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleFill" pass="0" locked="0" id="{5d754d7e-88c7-4481-9f57-acddca4f789f}" enabled="1">
          <Option type="Map">
            <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
            <Option value="166,166,166,8,rgb:0.65098039215686276,0.65098039215686276,0.65098039215686276,0.03137254901960784" name="color" type="QString"/>
            <Option value="bevel" name="joinstyle" type="QString"/>
            <Option value="0,0" name="offset" type="QString"/>
            <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
            <Option value="MM" name="offset_unit" type="QString"/>
            <Option value="166,166,166,255,rgb:0.65098039215686276,0.65098039215686276,0.65098039215686276,1" name="outline_color" type="QString"/>
            <Option value="solid" name="outline_style" type="QString"/>
            <Option value="0.4" name="outline_width" type="QString"/>
            <Option value="MM" name="outline_width_unit" type="QString"/>
            <Option value="no" name="style" type="QString"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option value="" name="name" type="QString"/>
              <Option name="properties"/>
              <Option value="collection" name="type" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <data-defined-properties>
      <Option type="Map">
        <Option value="" name="name" type="QString"/>
        <Option name="properties"/>
        <Option value="collection" name="type" type="QString"/>
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
    <field configurationFlags="NoFlag" name="rank"/>
    <field configurationFlags="NoFlag" name="hours_apart"/>
    <field configurationFlags="NoFlag" name="coverage"/>
    <field configurationFlags="NoFlag" name="cloud"/>
    <field configurationFlags="NoFlag" name="fine_id"/>
    <field configurationFlags="NoFlag" name="coarse_id"/>
    <field configurationFlags="NoFlag" name="fine_scene"/>
    <field configurationFlags="NoFlag" name="coarse_scene"/>
  </fieldConfiguration>
  <aliases>
    <alias field="rank" name="Rank" index="0"/>
    <alias field="hours_apart" name="Hours apart" index="1"/>
    <alias field="coverage" name="Covered by both [%]" index="2"/>
    <alias field="cloud" name="Cloud [%]" index="3"/>
    <alias field="fine_id" name="Sentinel-2 scene" index="4"/>
    <alias field="coarse_id" name="Sentinel-3 scene" index="5"/>
    <alias field="fine_scene" name="Sentinel-2 scene (STAC item)" index="6"/>
    <alias field="coarse_scene" name="Sentinel-3 scene (STAC item)" index="7"/>
  </aliases>
  <splitPolicies>
    <policy field="rank" policy="Duplicate"/>
    <policy field="hours_apart" policy="Duplicate"/>
    <policy field="coverage" policy="Duplicate"/>
    <policy field="cloud" policy="Duplicate"/>
    <policy field="fine_id" policy="Duplicate"/>
    <policy field="coarse_id" policy="Duplicate"/>
    <policy field="fine_scene" policy="Duplicate"/>
    <policy field="coarse_scene" policy="Duplicate"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy field="rank" policy="Duplicate"/>
    <policy field="hours_apart" policy="Duplicate"/>
    <policy field="coverage" policy="Duplicate"/>
    <policy field="cloud" policy="Duplicate"/>
    <policy field="fine_id" policy="Duplicate"/>
    <policy field="coarse_id" policy="Duplicate"/>
    <policy field="fine_scene" policy="Duplicate"/>
    <policy field="coarse_scene" policy="Duplicate"/>
  </duplicatePolicies>
  <defaults>
    <default field="rank" applyOnUpdate="0" expression=""/>
    <default field="hours_apart" applyOnUpdate="0" expression=""/>
    <default field="coverage" applyOnUpdate="0" expression=""/>
    <default field="cloud" applyOnUpdate="0" expression=""/>
    <default field="fine_id" applyOnUpdate="0" expression=""/>
    <default field="coarse_id" applyOnUpdate="0" expression=""/>
    <default field="fine_scene" applyOnUpdate="0" expression=""/>
    <default field="coarse_scene" applyOnUpdate="0" expression=""/>
  </defaults>
  <constraints>
    <constraint field="rank" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="hours_apart" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="coverage" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="cloud" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="fine_id" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="coarse_id" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="fine_scene" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
    <constraint field="coarse_scene" unique_strength="0" constraints="0" notnull_strength="0" exp_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="rank" desc="" exp=""/>
    <constraint field="hours_apart" desc="" exp=""/>
    <constraint field="coverage" desc="" exp=""/>
    <constraint field="cloud" desc="" exp=""/>
    <constraint field="fine_id" desc="" exp=""/>
    <constraint field="coarse_id" desc="" exp=""/>
    <constraint field="fine_scene" desc="" exp=""/>
    <constraint field="coarse_scene" desc="" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column name="rank" width="60" type="field" hidden="0"/>
      <column name="hours_apart" width="90" type="field" hidden="0"/>
      <column name="coverage" width="120" type="field" hidden="0"/>
      <column name="cloud" width="80" type="field" hidden="0"/>
      <column name="fine_id" width="420" type="field" hidden="0"/>
      <column name="coarse_id" width="560" type="field" hidden="0"/>
      <column name="fine_scene" width="-1" type="field" hidden="1"/>
      <column name="coarse_scene" width="-1" type="field" hidden="1"/>
      <column width="-1" type="actions" hidden="1"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <mapTip enabled="1">&lt;b>Rank [% "rank" %]&lt;/b>: [% round("hours_apart", 1) %] h apart, [% round("coverage") %] % covered, cloud [% coalesce(round("cloud"), 'unknown') %] %&lt;br>[% replace("fine_id", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;br>[% replace("coarse_id", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
