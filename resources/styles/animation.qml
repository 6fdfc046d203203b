<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis styleCategories="Fields|AttributeTable" version="3.40.6-Bratislava">
  <aliases>
    <alias name="Date" index="0" field="date"/>
    <alias name="Mean" index="1" field="mean"/>
    <alias name="Median" index="2" field="median"/>
    <alias name="10th percentile" index="3" field="p10"/>
    <alias name="90th percentile" index="4" field="p90"/>
    <alias name="Valid [%]" index="5" field="valid_percent"/>
  </aliases>
  <attributetableconfig sortExpression="" sortOrder="0" actionWidgetStyle="dropDown">
    <columns>
      <column width="150" hidden="0" name="date" type="field"/>
      <column width="110" hidden="0" name="mean" type="field"/>
      <column width="110" hidden="0" name="median" type="field"/>
      <column width="110" hidden="0" name="p10" type="field"/>
      <column width="110" hidden="0" name="p90" type="field"/>
      <column width="110" hidden="0" name="valid_percent" type="field"/>
      <column width="-1" hidden="1" type="actions"/>
    </columns>
  </attributetableconfig>
</qgis>
