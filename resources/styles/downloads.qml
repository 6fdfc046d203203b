<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis styleCategories="Fields|AttributeTable" version="3.40.6-Bratislava">
  <aliases>
    <alias name="Scene" index="0" field="scene_id"/>
    <alias name="Band or file" index="1" field="asset"/>
    <alias name="Address" index="2" field="href"/>
    <alias name="File" index="3" field="path"/>
    <alias name="Bytes" index="4" field="bytes"/>
    <alias name="Checked by" index="5" field="checksum"/>
    <alias name="Status" index="6" field="status"/>
    <alias name="Attempts" index="7" field="attempts"/>
    <alias name="Error or remark" index="8" field="error"/>
    <alias name="Scene (STAC item)" index="9" field="scene"/>
  </aliases>
  <attributetableconfig sortExpression="" sortOrder="0" actionWidgetStyle="dropDown">
    <columns>
      <column width="100" hidden="0" name="status" type="field"/>
      <column width="400" hidden="0" name="scene_id" type="field"/>
      <column width="130" hidden="0" name="asset" type="field"/>
      <column width="100" hidden="0" name="bytes" type="field"/>
      <column width="90" hidden="0" name="checksum" type="field"/>
      <column width="80" hidden="0" name="attempts" type="field"/>
      <column width="420" hidden="0" name="error" type="field"/>
      <column width="300" hidden="0" name="path" type="field"/>
      <column width="300" hidden="0" name="href" type="field"/>
      <column width="-1" hidden="1" name="scene" type="field"/>
      <column width="-1" hidden="1" type="actions"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles>
      <style name="failed" rule="&quot;status&quot; = 'failed'" background_color="#f8d7da" background_color_alpha="255" text_color="#7a0012" text_color_alpha="255">
        <font description="Open Sans,9,-1,5,75,0,0,0,0,0" style="Bold"/>
      </style>
    </rowstyles>
    <fieldstyles/>
  </conditionalstyles>
</qgis>
