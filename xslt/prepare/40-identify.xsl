<?xml version="1.0" encoding="UTF-8"?>
<!-- Last pass: every block, note and page beginning of the text gets an id that readers can cite.
     An xml:id of the source is kept; the others are counted within their letter. What a view leaves
     out is marked on the way (common/views.xsl), and so are pages with no words on them. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="../common/views.xsl"/>

  <xsl:mode name="lp:identify" on-no-match="shallow-copy"/>

  <!-- An id that no element of the source has: "p-1", or "p-1-" where the source took "p-1". -->
  <xsl:function name="lp:free-id" as="xs:string">
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="taken" as="xs:string*"/>
    <xsl:sequence select="if ($wanted = $taken)
      then lp:free-id($wanted || '-', $taken) else $wanted"/>
  </xsl:function>

  <!-- From the identity of an element to its id: the first owner keeps an xml:id, and blocks
       without one are counted, each kind for itself: p-1, p-2, item-1 ... -->
  <xsl:function name="lp:ids" as="map(xs:string, xs:string)">
    <xsl:param name="letter" as="document-node()"/>
    <xsl:variable name="named" as="element()*" select="$letter//text//*[@xml:id]"/>
    <xsl:variable name="taken" as="xs:string*" select="$named/@xml:id ! normalize-space()"/>
    <xsl:variable name="owners" as="map(xs:string, element())">
      <xsl:map>
        <xsl:for-each-group select="$named" group-by="normalize-space(@xml:id)">
          <xsl:map-entry key="current-grouping-key()" select="."/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each-group select="$named" group-by="normalize-space(@xml:id)">
        <xsl:map-entry key="generate-id()" select="current-grouping-key()"/>
      </xsl:for-each-group>
      <xsl:for-each-group group-by="local-name()"
        select="$letter//text//(p | ab | item | l | lg | head | div | table | figure | quote
          | opener | closer | postscript | note[@lp:mark] | pb | list | floatingText
          | index[not(parent::index)])">
        <xsl:variable name="kind" as="xs:string" select="current-grouping-key()"/>
        <xsl:for-each select="current-group()">
          <!-- Of elements that share an xml:id, in parallel versions say, the first keeps it. -->
          <xsl:if test="not(@xml:id) or not(. is $owners(normalize-space(@xml:id)))">
            <xsl:map-entry key="generate-id()"
              select="lp:free-id($kind || '-' || position(), $taken)"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The page beginnings with nothing behind them before the next, or before the text ends: blank
       pages, and sheets that have an image and no transcription. Their numbers cannot all stand at one
       place of the margin. A letter with one page beginning has none. -->
  <xsl:function name="lp:blank-pages" as="map(xs:string, xs:boolean)">
    <xsl:param name="letter" as="document-node()"/>
    <xsl:map>
      <xsl:if test="count($letter//text//pb) gt 1">
        <xsl:for-each-group group-starting-with="pb"
          select="$letter//text//(pb | text()[normalize-space()] | graphic | media | formula)">
          <xsl:if test="self::pb and count(current-group()) = 1">
            <xsl:map-entry key="generate-id()" select="true()"/>
          </xsl:if>
        </xsl:for-each-group>
      </xsl:if>
    </xsl:map>
  </xsl:function>

  <xsl:template match="text//*" mode="lp:identify">
    <xsl:param name="lp:ids" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="lp:blank" as="map(xs:string, xs:boolean)" tunnel="yes" select="map { }"/>
    <xsl:variable name="id" as="xs:string?" select="$lp:ids(generate-id())"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists($id)">
        <xsl:attribute name="lp:id" select="$id"/>
      </xsl:if>
      <xsl:if test="self::pb and $lp:blank(generate-id())">
        <xsl:attribute name="lp:blank" select="'true'"/>
      </xsl:if>
      <xsl:sequence select="lp:omit-mark(.)"/>
      <xsl:apply-templates mode="lp:identify"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
