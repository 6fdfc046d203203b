<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis styleCategories="Fields|AttributeTable" version="3.40.6-Bratislava">
  <aliases>
    <alias name="Period" index="0" field="period"/>
    <alias name="First day" index="1" field="start"/>
    <alias name="Last day" index="2" field="end"/>
    <alias name="Scenes" index="3" field="scenes"/>
    <alias name="Acquisitions" index="4" field="acquisitions"/>
    <alias name="Mean cloud [%]" index="5" field="cloud"/>
    <alias name="Mean vegetation [%]" index="6" field="vegetation"/>
    <alias name="Mean water [%]" index="7" field="water"/>
    <alias name="Mean snow [%]" index="8" field="snow"/>
    <alias name="Mean vegetation of the cloud-free part [%]" index="9" field="vegetation_clear"/>
  </aliases>
  <attributetableconfig sortExpression="" sortOrder="0" actionWidgetStyle="dropDown">
    <columns>
      <column width="130" hidden="0" name="period" type="field"/>
      <column width="130" hidden="0" name="start" type="field"/>
      <column width="130" hidden="0" name="end" type="field"/>
      <column width="120" hidden="0" name="scenes" type="field"/>
      <column width="120" hidden="0" name="acquisitions" type="field"/>
      <column width="120" hidden="0" name="cloud" type="field"/>
      <column width="120" hidden="0" name="vegetation" type="field"/>
      <column width="120" hidden="0" name="water" type="field"/>
      <column width="120" hidden="0" name="snow" type="field"/>
      <column width="120" hidden="0" name="vegetation_clear" type="field"/>
      <column width="-1" hidden="1" type="actions"/>
    </columns>
  </attributetableconfig>
</qgis>
