<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by Sentinel Toolkit -->
<qgis styleCategories="Fields|AttributeTable" version="3.40.6-Bratislava">
  <aliases>
    <alias name="Zone" index="0" field="zone"/>
    <alias name="Date" index="1" field="date"/>
    <alias name="Mean" index="2" field="mean"/>
    <alias name="Median" index="3" field="median"/>
    <alias name="Minimum" index="4" field="min"/>
    <alias name="Maximum" index="5" field="max"/>
    <alias name="Standard deviation" index="6" field="std"/>
    <alias name="10th percentile" index="7" field="p10"/>
    <alias name="90th percentile" index="8" field="p90"/>
    <alias name="Valid pixels" index="9" field="count"/>
    <alias name="Valid [%]" index="10" field="valid_percent"/>
    <alias name="Smoothed mean" index="11" field="smoothed"/>
    <alias name="Used" index="12" field="used"/>
  </aliases>
  <attributetableconfig sortExpression="" sortOrder="0" actionWidgetStyle="dropDown">
    <columns>
      <column width="200" hidden="0" name="zone" type="field"/>
      <column width="150" hidden="0" name="date" type="field"/>
      <column width="110" hidden="0" name="mean" type="field"/>
      <column width="110" hidden="0" name="median" type="field"/>
      <column width="110" hidden="0" name="min" type="field"/>
      <column width="110" hidden="0" name="max" type="field"/>
      <column width="110" hidden="0" name="std" type="field"/>
      <column width="110" hidden="0" name="p10" type="field"/>
      <column width="110" hidden="0" name="p90" type="field"/>
      <column width="110" hidden="0" name="count" type="field"/>
      <column width="110" hidden="0" name="valid_percent" type="field"/>
      <column width="110" hidden="0" name="smoothed" type="field"/>
      <column width="70" hidden="0" name="used" type="field"/>
      <column width="-1" hidden="1" type="actions"/>
    </columns>
  </attributetableconfig>
</qgis>
