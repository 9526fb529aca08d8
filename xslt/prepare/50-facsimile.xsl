<?xml version="1.0" encoding="UTF-8"?>
<!-- Images (TEI Guidelines 12.1): which sheets of the facsimile belong to the letter, at which page
     beginning each is turned, and which words of the text a zone of it shows. Runs only where the
     index knows of images (lp:images in the facts). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="lp:facsimile" on-no-match="shallow-copy"/>

  <xsl:key name="lpi:facsimile-part" match="surface | surfaceGrp | zone | line | graphic | media"
    use="@xml:id"/>

  <!-- Elements of the text whose facs points at a part of the facsimile or at an image. -->
  <xsl:key name="lpi:facs" match="text//*[@facs or @lp:zone]" use="true()"/>

  <!-- What the index knows of an address, as the source writes it. -->
  <xsl:function name="lpi:image" as="element(lp:image)?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="$lpi:images(normalize-space($address))"/>
  </xsl:function>

  <xsl:variable name="lpi:images" as="map(xs:string, element(lp:image))">
    <xsl:map>
      <xsl:for-each-group select="$lp:facts/lp:facts/lp:images/lp:image"
        group-by="normalize-space(@address)">
        <xsl:map-entry key="current-grouping-key()" select="."/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The image of a surface. Of several the one that lies in the edition is taken, else one that
       can be enlarged. -->
  <xsl:function name="lpi:surface-image" as="element(lp:image)?">
    <xsl:param name="surface" as="element()"/>
    <xsl:variable name="all" as="element(lp:image)*" select="
      ($surface/(graphic | media)/@url, $surface/@facs ! tokenize(.),
       $surface/zone/(graphic | media)/@url) ! lpi:image(.)"/>
    <xsl:sequence select="($all[@kind = 'file'], $all[@kind = 'service'], $all)[1]"/>
  </xsl:function>

  <!-- The image that one value of facs leads to. -->
  <xsl:function name="lpi:facs-image" as="element(lp:image)?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="source" as="document-node()"/>
    <xsl:variable name="part" as="element()?" select="lpi:facs-part($value, $source)"/>
    <xsl:sequence select="(lpi:image($value), $part/(self::graphic | self::media)/@url ! lpi:image(.),
      $part/ancestor-or-self::surface[1] ! lpi:surface-image(.))[1]"/>
  </xsl:function>

  <xsl:function name="lpi:facs-part" as="element()?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="source" as="document-node()"/>
    <xsl:sequence select="if (starts-with($value, '#'))
      then key('lpi:facsimile-part', substring($value, 2), $source)[1] else ()"/>
  </xsl:function>

  <!-- The id of a zone or line of the facsimile, also of one that has none. -->
  <xsl:function name="lpi:zone-id" as="xs:string">
    <xsl:param name="zone" as="element()"/>
    <xsl:variable name="counted" as="xs:string">
      <xsl:number select="$zone" level="any" count="zone | line" format="1"/>
    </xsl:variable>
    <xsl:sequence select="string(($zone/@xml:id/normalize-space(), 'zone-' || $counted)[1])"/>
  </xsl:function>

  <!-- Corners of a zone as numbers x y x y ..., counted from the corner of its surface; empty when
       it has no place. "points" wins over the four sides. -->
  <xsl:function name="lpi:corners" as="xs:double*">
    <xsl:param name="zone" as="element()"/>
    <xsl:variable name="surface" as="element()?" select="$zone/ancestor::surface[1]"/>
    <xsl:variable name="left" as="xs:double" select="lpi:number($surface/@ulx, 0)"/>
    <xsl:variable name="top" as="xs:double" select="lpi:number($surface/@uly, 0)"/>
    <xsl:variable name="points" as="xs:double*" select="
      tokenize($zone/@points, '[\s,]+')[. castable as xs:double] ! xs:double(.)"/>
    <xsl:variable name="sides" as="xs:double*" select="
      ($zone/@ulx, $zone/@uly, $zone/@lrx, $zone/@lry)[. castable as xs:double] ! xs:double(.)"/>
    <xsl:variable name="all" as="xs:double*" select="
      if (count($points) ge 6 and count($points) mod 2 = 0) then $points
      else if (count($sides) = 4) then ($sides[1], $sides[2], $sides[3], $sides[2],
        $sides[3], $sides[4], $sides[1], $sides[4])
      else ()"/>
    <xsl:sequence select="for $i in 1 to count($all) return
      $all[$i] - (if ($i mod 2 = 1) then $left else $top)"/>
  </xsl:function>

  <xsl:function name="lpi:number" as="xs:double">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:param name="default" as="xs:double"/>
    <xsl:sequence select="if ($value castable as xs:double) then xs:double($value) else $default"/>
  </xsl:function>

  <!-- How wide (or high) the surface is in the numbers of its zones: as it says, else as its image
       is; 0 when nothing tells. -->
  <xsl:function name="lpi:extent" as="xs:double">
    <xsl:param name="surface" as="element()?"/>
    <xsl:param name="image" as="element(lp:image)"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="from" as="attribute()?"
      select="if ($side = 'width') then $surface/@ulx else $surface/@uly"/>
    <xsl:variable name="to" as="attribute()?"
      select="if ($side = 'width') then $surface/@lrx else $surface/@lry"/>
    <xsl:variable name="said" as="xs:string?" select="
      $surface/(graphic | media)/(if ($side = 'width') then @width else @height)
        [matches(., '^\s*\d+(\.\d+)?(px)?\s*$')][1]/translate(normalize-space(), 'px', '')"/>
    <xsl:variable name="size" as="xs:double" select="lpi:number($to, 0) - lpi:number($from, 0)"/>
    <xsl:sequence select="
      if ($size gt 0) then $size
      else if (exists($said)) then xs:double($said)
      else lpi:number($image/@*[local-name() = $side], 0)"/>
  </xsl:function>

  <!-- The sheets of a letter: lp:sheet elements in the order of the facsimile, then of the pages.
       A document has all sheets of its facsimile, a part of a volume those of its own pages and the
       page that it begins on. -->
  <xsl:function name="lpi:sheets" as="element(lp:sheet)*">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="text" as="document-node()"/>
    <xsl:variable name="source" as="document-node()" select="root($unit)"/>
    <xsl:variable name="surfaces" as="element()*" select="
      $unit/ancestor-or-self::*[self::TEI or self::teiCorpus]/(facsimile | sourceDoc)
        //(surface | graphic[parent::facsimile or parent::surfaceGrp])"/>
    <xsl:variable name="breaks" as="element()*" select="key('lpi:facs', true(), $text)/self::pb"/>
    <xsl:variable name="before" as="element()?" select="
      if ($unit/self::TEI) then () else $unit/preceding::pb[1][@facs]"/>
    <xsl:variable name="found" as="map(*)*" select="
      (if ($unit/self::TEI) then $surfaces else ()) !
        map { 'surface': ., 'image': (self::surface ! lpi:surface-image(.), @url ! lpi:image(.))[1] },
      ($before, $breaks) ! (for $value in tokenize(@facs) return map {
        'surface': lpi:facs-part($value, $source)/ancestor-or-self::*[self::surface or self::graphic][1],
        'image': lpi:facs-image($value, $source), 'page': . })"/>
    <xsl:variable name="zones" as="xs:string*" select="key('lpi:facs', true(), $text)
      /(@lp:zone, @facs ! tokenize(.)[starts-with(., '#')] ! substring(., 2))"/>
    <xsl:for-each-group select="$found[exists(?image)]" group-by="string(?image/@href)">
      <xsl:variable name="image" as="element(lp:image)" select="?image"/>
      <xsl:variable name="surface" as="element()?"
        select="(current-group()?surface, $surfaces[lpi:surface-image(.) is $image])[1]"/>
      <xsl:variable name="page" as="element()?" select="current-group()?page[1]"/>
      <lp:sheet number="{position()}">
        <xsl:copy-of select="$image/(@* except @address)"/>
        <xsl:for-each select="($surface/@n, $page/@n)[normalize-space()][1]">
          <xsl:attribute name="label" select="normalize-space()"/>
        </xsl:for-each>
        <xsl:for-each select="'width', 'height'">
          <xsl:variable name="extent" as="xs:double" select="lpi:extent($surface, $image, .)"/>
          <xsl:if test="$extent gt 0">
            <xsl:attribute name="extent-{.}" select="$extent"/>
          </xsl:if>
        </xsl:for-each>
        <xsl:for-each select="$surface//(zone | line)[lpi:zone-id(.) = $zones]">
          <xsl:variable name="corners" as="xs:double*" select="lpi:corners(.)"/>
          <xsl:if test="exists($corners)">
            <lp:zone id="{lpi:zone-id(.)}" corners="{$corners}"/>
          </xsl:if>
        </xsl:for-each>
      </lp:sheet>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="xenoData[lp:letter]" mode="lp:facsimile">
    <xsl:param name="lpi:sheets" as="element(lp:sheet)*" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*, node()"/>
      <xsl:if test="exists($lpi:sheets)">
        <lp:facsimile>
          <xsl:copy-of select="$lpi:sheets"/>
        </lp:facsimile>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//pb[@facs]" mode="lp:facsimile">
    <xsl:param name="lpi:sheets" as="element(lp:sheet)*" tunnel="yes"/>
    <xsl:param name="lpi:source" as="document-node()" tunnel="yes"/>
    <xsl:variable name="hrefs" as="xs:string*"
      select="tokenize(@facs) ! lpi:facs-image(., $lpi:source)/@href"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="$lpi:sheets/@href = $hrefs">
        <xsl:attribute name="lp:sheets" select="distinct-values($hrefs)
          ! (let $href := . return $lpi:sheets[@href = $href]/@number)" separator=" "/>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <!-- What a zone shows. -->
  <xsl:template match="text//*[@facs or @lp:zone][not(self::pb)]" mode="lp:facsimile">
    <xsl:param name="lpi:sheets" as="element(lp:sheet)*" tunnel="yes"/>
    <xsl:variable name="named" as="xs:string*" select="@lp:zone,
      @facs ! tokenize(.)[starts-with(., '#')] ! substring(., 2)"/>
    <xsl:variable name="zones" as="xs:string*"
      select="distinct-values($named)[. = $lpi:sheets/lp:zone/@id]"/>
    <xsl:copy>
      <xsl:copy-of select="@* except @lp:zone"/>
      <xsl:if test="exists($zones)">
        <xsl:attribute name="lp:zone" select="$zones" separator=" "/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- A picture within the text. -->
  <xsl:template match="text//graphic | text//media" mode="lp:facsimile">
    <xsl:variable name="image" as="element(lp:image)?" select="lpi:image(@url)"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists($image)">
        <xsl:attribute name="lp:image" select="$image/@kind"/>
        <xsl:attribute name="lp:src" select="$image/@href"/>
        <xsl:for-each select="$image/(@width, @height, @in-text, @host)">
          <xsl:attribute name="lp:image-{local-name()}" select="."/>
        </xsl:for-each>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
