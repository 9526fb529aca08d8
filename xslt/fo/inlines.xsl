<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements within the line: highlighting, names, links, quoted words
     (TEI Guidelines 3.3 to 3.7, 13). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- An element in the line with its attributes; one that asks for nothing leaves its text
       bare. -->
  <xsl:template name="lp:inline">
    <xsl:param name="style" as="attribute()*" select="()"/>
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($style) or exists($attributes)">
        <fo:inline>
          <xsl:sequence select="$style, $attributes"/>
          <xsl:call-template name="lp:second-id"/>
          <xsl:call-template name="lp:inline-content"/>
        </fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lp:inline-content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Small capitals. -->
  <xsl:template name="lp:inline-content">
    <xsl:param name="small-capitals" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:apply-templates mode="lp:fo">
      <xsl:with-param name="small-capitals" tunnel="yes"
        select="$small-capitals or lp:renditions(.) = 'smallcaps'"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="text()[ancestor::*/@rend or ancestor::*/@rendition]" mode="lp:fo"
    name="lp:set-text" priority="-0.4">
    <xsl:param name="text" as="xs:string" select="string()"/>
    <xsl:param name="small-capitals" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$small-capitals">
        <fo:inline font-variant="small-caps">{$text}</fo:inline>
      </xsl:when>
      <xsl:otherwise>{$text}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Elements that mean something and look like the text around them. -->
  <xsl:template match="seg | gloss | mentioned | num | measure | measureGrp | abbr | expan | am
    | ex | w | c | pc | g | s | cl | phr | m | email | time | forename | surname | roleName
    | addName | nameLink | genName | orig | reg | rendition | distinct | unit | geogFeat
    | offset | idno | code | att | val | gi | tag | ident | catchwords | secl | redo | retrace
    | mod | listTranspose | birth | death | floruit | age | sex | gender | occupation
    | affiliation | nationality | education | faith | residence | location | state | trait | geo
    | population | terrain | climate | persona | langKnown | langKnowledge | socecStatus
    | personGrp | object | precision | listObject | hi | date | persName | placeName
    | orgName | objectName | eventName | rs | name | geogName | settlement | country | region
    | district | bloc | term | lang | eg" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- The parts of a name are parted where they do not run on: common/names.xsl. -->
  <xsl:template match="(forename | surname | genName | roleName | addName | nameLink)
    [lp:is-glued-in-record(.)]" mode="lp:fo" priority="1">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- Set off by italics, unless @rend says something else. A hi whose @rend we do not know is set
       off, too. -->
  <xsl:template match="emph | foreign | term[not(ancestor::teiHeader)] | title[not(@level
    = ('a', 'u')) and not(parent::analytic)] | hi[@rend or @rendition]" mode="lp:fo"
    priority="1">
    <xsl:variable name="known" as="xs:boolean" select="lp:is-rendered(.)"/>
    <xsl:variable name="italic" as="attribute()?">
      <xsl:if test="not($known) and not(self::term)
        and not(self::foreign and not(matches(lp:plain(.), '[A-Za-zÀ-ɏ]')))">
        <xsl:attribute name="font-style" select="lp:set-off(.)"/>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="lp:inline">
      <xsl:with-param name="style" select="$italic"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="title" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- Italics within italics stand upright. -->
  <xsl:function name="lp:set-off" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/ancestor::*[not(self::note)][self::emph or self::foreign
        or self::title or self::hi[lp:renditions(.) = 'italic']]
        [not($element/ancestor::note[1] >> .)])
      then 'normal' else 'italic'"/>
  </xsl:function>

  <!-- Quoted words. Marks are added only when the source has none of its own, inside or beside
       the element. -->
  <xsl:template match="q | quote | said | soCalled" mode="lp:fo">
    <xsl:param name="lp:quotations" as="element()*" select="()" tunnel="yes"/>
    <xsl:variable name="marks" as="xs:string*" select="lp:quotation-marks(., $lp:quotations)"/>
    <xsl:value-of select="lp:sign($marks[1])"/>
    <xsl:call-template name="lp:inline">
      <xsl:with-param name="lp:quotations" as="element()*" tunnel="yes"
        select="$lp:quotations, ."/>
    </xsl:call-template>
    <xsl:value-of select="lp:sign($marks[2])"/>
  </xsl:template>

  <xsl:template match="cit" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- References. In the book those to letters, notes and registers lead to their pages; without a
       target that can be reached they are plain text. Notes inside stay outside the link. -->
  <xsl:template match="ref" mode="lp:fo">
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
    </xsl:variable>
    <fo:inline>
      <xsl:sequence select="$attributes"/>
      <xsl:call-template name="lp:second-id"/>
      <xsl:for-each-group select="node()"
        group-adjacent="exists(descendant-or-self::*[self::note or self::ref or self::ptr])">
        <xsl:choose>
          <xsl:when test="current-grouping-key()
            or normalize-space(string-join(current-group())) = ''">
            <xsl:apply-templates select="current-group()" mode="lp:fo"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="lp:link">
              <xsl:with-param name="reference" select="parent::*"/>
              <xsl:with-param name="description" select="lp:plain(current-group())"/>
              <xsl:with-param name="content" as="item()*">
                <xsl:apply-templates select="current-group()" mode="lp:fo"/>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
      <xsl:call-template name="lp:page-of-reference"/>
    </fo:inline>
  </xsl:template>

  <!-- A link, when its target can be reached from this document; otherwise only the content. -->
  <xsl:template name="lp:link">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string" select="normalize-space($reference/@lp:href)"/>
    <xsl:variable name="external" as="xs:boolean"
      select="matches($href, '^(https?://|mailto:)', 'i')"/>
    <xsl:variable name="destination" as="xs:string?"
      select="if ($external or $reference/@lp:link = 'none') then ()
        else lp:destination($reference, $href)"/>
    <xsl:choose>
      <xsl:when test="$in-link or $reference/@lp:link = 'none' or $href = ''">
        <xsl:sequence select="$content"/>
      </xsl:when>
      <xsl:when test="$external">
        <fo:basic-link external-destination="url('{lp:escaped-uri($href)}')"
          fox:alt-text="{$description}">
          <xsl:sequence select="$content"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:when test="exists($destination)">
        <fo:basic-link internal-destination="{$destination}" fox:alt-text="{$description}">
          <xsl:sequence select="$content"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An address without the signs that end url('...'). -->
  <xsl:function name="lp:escaped-uri" as="xs:string">
    <xsl:param name="uri" as="xs:string"/>
    <xsl:sequence select="iri-to-uri($uri) => replace('''', '%27') => replace('\(', '%28')
      => replace('\)', '%29')"/>
  </xsl:function>

  <!-- A pointer has no words of its own: print says where it leads ("see note 3 on page 148"), else
       what it is called, or its address. -->
  <xsl:template match="ptr" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string" select="normalize-space(@lp:href)"/>
    <xsl:variable name="destination" as="xs:string?"
      select="if (@lp:link = ('none', 'external')) then () else lp:destination(., $href)"/>
    <xsl:variable name="is-entry" as="xs:boolean"
      select="exists(key('lpi:entry-by-href', replace($href, '#.*$', '')))"/>
    <xsl:variable name="words" as="item()*">
      <xsl:choose>
        <xsl:when test="exists($destination) and not($is-entry and @lp:title)">
          <xsl:sequence select="lp:reference-words(., $destination, $ui)"/>
        </xsl:when>
        <xsl:when test="@lp:title">{lp:sign(@lp:title)}</xsl:when>
        <xsl:otherwise>{lp:sign(replace($href, '^(https?://|mailto:)', ''))}</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="exists($destination) or @lp:link = 'external' or @lp:title">
      <fo:inline>
        <xsl:apply-templates select="." mode="lp:fo-attributes"/>
        <xsl:call-template name="lp:link">
          <xsl:with-param name="reference" select="."/>
          <xsl:with-param name="description" select="(string(@lp:title)[. ne ''], $href)[1]"/>
          <xsl:with-param name="content" select="$words"/>
        </xsl:call-template>
      </fo:inline>
    </xsl:if>
  </xsl:template>

  <!-- An anchor is a place without words, and a path a stroke without any. -->
  <xsl:template match="anchor | path | index | addSpan | delSpan | damageSpan | interp | interpGrp
    | join | link | linkGrp | alt | altGrp | certainty | fsdDecl | timeline | spanGrp | substJoin
    | transpose"
    mode="lp:fo lp:fo-left-out">
    <xsl:call-template name="lp:place"/>
  </xsl:template>

  <xsl:template name="lp:place">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string?" select="(@lp:mention, @lp:id)[1]/string()"/>
    <xsl:choose>
      <xsl:when test="empty($id)"/>
      <!-- Between blocks a wrapper would be given a line of its own. -->
      <xsl:when test="not(normalize-space()) and lp:parts-blocks(.)">
        <fo:block id="{$prefix}{$id}" keep-with-next.within-page="always"/>
      </xsl:when>
      <xsl:otherwise>
        <fo:wrapper id="{$prefix}{$id}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Ruby: the gloss above its base, in half its size; a box of both stands in the line. Where there is
       more to either than words, the gloss follows in brackets. -->
  <xsl:template match="ruby[count(rb) = 1][count(rt) = 1][not(.//note or .//ptr or .//graphic)]
    [not(lp:has-blocks(.))]" mode="lp:fo" priority="1">
    <xsl:variable name="width" as="xs:double" select="max((lpi:ems(rb), lpi:ems(rt) * 0.5))"/>
    <fo:inline>
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <fo:inline-container inline-progression-dimension="{$width}em">
        <fo:block line-height="1" text-align="center" text-indent="0pt" start-indent="0pt"
          end-indent="0pt" hyphenate="false">
          <xsl:apply-templates select="rb/node()" mode="lp:fo"/>
        </fo:block>
        <!-- Read behind the base, seen above it; the line is as high as without it. -->
        <fo:block font-size="50%" line-height="0pt" text-align="center" text-indent="0pt"
          start-indent="0pt" end-indent="0pt" hyphenate="false" line-stacking-strategy="font-height">
          <fo:inline baseline-shift="2.75em">
            <xsl:apply-templates select="rt/node()" mode="lp:fo"/>
          </fo:inline>
        </fo:block>
      </fo:inline-container>
    </fo:inline>
  </xsl:template>

  <!-- How wide words are, about, in the size of their type. -->
  <xsl:function name="lpi:ems" as="xs:double">
    <xsl:param name="words" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($words)"/>
    <xsl:variable name="wide" as="xs:integer"
      select="string-length(replace($text, '[^' || $lp:wide || ']', ''))"/>
    <xsl:sequence select="$wide + 0.55 * (string-length($text) - $wide)"/>
  </xsl:function>

  <xsl:template match="ruby | rb" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <xsl:template match="rt" mode="lp:fo">
    <xsl:variable name="wide" as="xs:boolean" select="matches(., '[' || $lp:wide || ']')"/>
    <xsl:value-of select="lp:sign(if ($wide) then '&#xFF08;' else ' (')"/>
    <xsl:call-template name="lp:inline"/>
    <xsl:value-of select="lp:sign(if ($wide) then '&#xFF09;' else ')')"/>
  </xsl:template>

  <!-- Formulas: their text, on a line of its own where they say so. -->
  <xsl:template match="formula" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <xsl:template match="formula[lp:is-block(.)]" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block" text-align="center">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- MathML is reduced to its text: FOP does not set it. -->
  <xsl:template match="m:*" mode="lp:fo" xmlns:m="http://www.w3.org/1998/Math/MathML">
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>
</xsl:stylesheet>
