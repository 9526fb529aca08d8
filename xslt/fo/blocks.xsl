<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: divisions, heads, paragraphs, lists, quotations, title pages, bibliographies
     (TEI Guidelines 3 and 4). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Attributes and content of a block. -->
  <xsl:template name="lp:block-content">
    <xsl:apply-templates select="." mode="lp:fo-attributes"/>
    <xsl:call-template name="lp:second-id"/>
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>

  <xsl:template match="text | front | body | back | group | docImprint | docTitle | titlePage
    | imprimatur | sp" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block" role="Sect">
      <xsl:if test="preceding-sibling::*[not(self::pb)]">
        <xsl:attribute name="space-before" select="'12pt'"/>
      </xsl:if>
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="floatingText | epigraph | argument" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:floating-text">
      <xsl:sequence select="lp:deep-attributes(.)"/>
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Heads; the level of their tag counts the headed divisions around them, beneath the heading of
       the letter, or of the part of the book. -->
  <xsl:template match="head" mode="lp:fo">
    <xsl:variable name="level" as="xs:integer" select="min((6, 1
      + count(ancestor::*[self::div or self::div1 or self::div2 or self::div3 or self::div4
        or self::div5 or self::div6 or self::div7 or self::floatingText or self::body
        or self::front or self::back][head][not(lp:opens-part(.))])))"/>
    <fo:block xsl:use-attribute-sets="lp:block lp:head" role="H{$level}">
      <xsl:choose>
        <xsl:when test="$level le 2">
          <xsl:attribute name="font-weight" select="'bold'"/>
        </xsl:when>
        <xsl:when test="$level gt 3">
          <xsl:attribute name="font-style" select="'italic'"/>
          <xsl:attribute name="font-size" select="$lp:font-size"/>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Heads of the text itself follow the heading of the letter; they are part of the document and
       are set as it has them, smaller. -->
  <xsl:template match="list/head | lg/head | listBibl/head | listPerson/head | listPlace/head
    | listOrg/head | listEvent/head | listWit/head | msDesc/head | person/head | place/head
    | org/head | event/head | table/head" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:inner-head">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="trailer" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:trailer">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="speaker" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:line" font-style="italic">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Title pages, of the edition and of printed letters. -->
  <xsl:template match="titlePart | docAuthor | docDate | docEdition | pubPlace | publisher
    | stage" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <xsl:template match="titlePart[lp:is-block(.)] | docAuthor[lp:is-block(.)]
    | docDate[lp:is-block(.)] | docEdition[lp:is-block(.)] | pubPlace[lp:is-block(.)]
    | publisher[lp:is-block(.)] | stage[lp:is-block(.)]" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:line" text-align="center">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Paragraphs: the first after anything else starts at the margin, the next are indented. -->
  <xsl:template match="p | ab" mode="lp:fo">
    <xsl:choose>
      <xsl:when test="lp:renditions(.) = 'center'">
        <fo:block xsl:use-attribute-sets="lp:block lp:paragraph-centred">
          <xsl:call-template name="lp:block-content"/>
        </fo:block>
      </xsl:when>
      <xsl:when test="lp:is-indented(.)">
        <fo:block xsl:use-attribute-sets="lp:block lp:paragraph-indented">
          <xsl:call-template name="lp:block-content"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="lp:block lp:paragraph">
          <xsl:call-template name="lp:block-content"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="lp:is-indented" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="exists($paragraph/preceding-sibling::*[not(self::pb or self::cb
      or self::lb or self::fw or self::anchor or self::gb or self::note or self::handShift)][1]
      /(self::p | self::ab)[not(lp:renditions(.) = 'center')])"/>
  </xsl:function>

  <!-- The labels of a list: its own, numbers, bullets or none. FOP loses notes in labels, so a list
       that has such labels is set without a hanging indent. -->
  <xsl:template match="list" mode="lp:fo">
    <xsl:variable name="list" as="element(list)" select="."/>
    <xsl:variable name="rend" as="xs:string*"
      select="tokenize(lower-case(string-join((@type, @rend), ' ')))"/>
    <xsl:variable name="labels" as="element(label)*" select="label | item/label"/>
    <xsl:variable name="width" as="xs:integer" select="xs:integer(max((0,
      $labels ! string-length(lp:plain(.)),
      string-length(string(count(item)))[lp:is-numbered($list)] ! (. + 1),
      1[$rend = ('bulleted', 'bullets', 'unordered')])))"/>
    <fo:block xsl:use-attribute-sets="lp:block">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:second-id"/>
      <xsl:apply-templates select="head | headLabel | headItem" mode="lp:fo"/>
      <xsl:choose>
        <xsl:when test="empty(item)">
          <xsl:apply-templates select="node() except (head | headLabel | headItem)"
            mode="lp:fo"/>
        </xsl:when>
        <xsl:when test="$labels//note[@lp:mark] or $width gt 12 or lp:is-deep(.)">
          <xsl:for-each-group select="lpi:list-nodes(.)"
            group-starting-with="label | item[not(preceding-sibling::*[1][self::label])]">
            <fo:block xsl:use-attribute-sets="lp:block lp:list-item" start-indent="
              from-parent(start-indent) + 1.2em" text-indent="-1.2em" role="P">
              <xsl:if test="lp:is-deep($list)">
                <xsl:attribute name="start-indent" select="'from-parent(start-indent)'"/>
                <xsl:attribute name="text-indent" select="'0pt'"/>
              </xsl:if>
              <xsl:apply-templates select="current-group()" mode="lp:fo"/>
            </fo:block>
          </xsl:for-each-group>
        </xsl:when>
        <xsl:otherwise>
          <fo:list-block xsl:use-attribute-sets="lp:list"
            provisional-distance-between-starts="{lpi:label-width($width)}">
            <xsl:for-each-group select="lpi:list-nodes(.)"
              group-starting-with="label | item[not(preceding-sibling::*[1][self::label])]">
              <xsl:variable name="item" as="element(item)?" select="current-group()/self::item"/>
              <xsl:variable name="label" as="element(label)?"
                select="(current-group()/self::label, $item/label)[1]"/>
              <fo:list-item xsl:use-attribute-sets="lp:list-item">
                <fo:list-item-label end-indent="label-end()">
                  <fo:block text-align="start" hyphenate="false">
                    <xsl:choose>
                      <xsl:when test="$label">
                        <xsl:apply-templates select="$label" mode="lp:fo-attributes"/>
                        <xsl:apply-templates select="$label/node()" mode="lp:fo"/>
                      </xsl:when>
                      <xsl:when test="lp:is-numbered($list)">
                        <xsl:value-of select="lp:sign(($item/@n[matches(., '^\d{1,6}$')],
                          count($item/preceding-sibling::item) + 1)[1] || '.')"/>
                      </xsl:when>
                      <xsl:when test="$rend = ('bulleted', 'bullets', 'unordered')">
                        <xsl:value-of select="lp:sign('•')"/>
                      </xsl:when>
                    </xsl:choose>
                  </fo:block>
                </fo:list-item-label>
                <fo:list-item-body start-indent="body-start()">
                  <fo:block xsl:use-attribute-sets="lp:block">
                    <xsl:apply-templates select="$item" mode="lp:fo-attributes"/>
                    <xsl:apply-templates select="current-group() except ($label, $item)"
                      mode="lp:fo"/>
                    <xsl:apply-templates select="$item/node() except $label" mode="lp:fo"/>
                  </fo:block>
                </fo:list-item-body>
              </fo:list-item>
            </xsl:for-each-group>
          </fo:list-block>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- What a list holds besides its head and the white between items. -->
  <xsl:function name="lpi:list-nodes" as="node()*">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="$list/node()[not(self::head or self::headLabel or self::headItem
      or self::comment() or self::processing-instruction())]
      [not(self::text()[not(normalize-space())])]"/>
  </xsl:function>

  <!-- Room for labels of so many signs. -->
  <xsl:function name="lpi:label-width" as="xs:string">
    <xsl:param name="signs" as="xs:integer"/>
    <xsl:sequence select="if ($signs = 0) then '1em'
      else format-number(0.55 * $signs + 0.75, '0.00') || 'em'"/>
  </xsl:function>

  <xsl:template match="label | headLabel | headItem" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="item" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:list-item">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- In a list that is set as paragraphs the item runs on after its label. -->
  <xsl:template match="list[label//note/@lp:mark or item/label//note/@lp:mark]/item
    | list[(label | item/label)[string-length(lp:plain(.)) gt 12]]/item" mode="lp:fo"
    priority="1">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- Quotations that stand alone. Those in running text: inlines.xsl. -->
  <xsl:template match="quote[lp:is-block(.)] | q[lp:is-block(.)] | said[lp:is-block(.)]
    | cit[lp:is-block(.)]" mode="lp:fo" priority="1">
    <xsl:choose>
      <xsl:when test="parent::cit">
        <fo:block xsl:use-attribute-sets="lp:block">
          <xsl:call-template name="lp:block-content"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="lp:block lp:quote" role="BlockQuote">
          <xsl:sequence select="lp:deep-attributes(.)"/>
          <xsl:call-template name="lp:block-content"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A division between parts: a white line, its text never shown. -->
  <xsl:template match="milestone" mode="lp:fo">
    <xsl:choose>
      <xsl:when test="lp:is-between-blocks(.) and @rend">
        <fo:block xsl:use-attribute-sets="lp:milestone">
          <xsl:apply-templates select="." mode="lp:fo-attributes"/>
          <xsl:value-of select="lp:sign('* * *')"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lp:place"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Bibliographies: lists of entries; a record without punctuation is set with commas. -->
  <xsl:template match="listBibl | listWit" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:list">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:apply-templates select="head" mode="lp:fo"/>
      <xsl:for-each select="node()[not(self::head)][normalize-space() or self::pb]">
        <fo:block start-indent="from-parent(start-indent) + 1.2em" text-indent="-1.2em">
          <xsl:apply-templates select="." mode="lp:fo"/>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="bibl | biblStruct | biblFull | analytic | monogr | series | imprint
    | msIdentifier | msName | altIdentifier | titleStmt | publicationStmt | editionStmt
    | seriesStmt | relatedItem" mode="lp:fo">
    <fo:inline>
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:second-id"/>
      <xsl:call-template name="lp:joined"/>
    </fo:inline>
  </xsl:template>

  <!-- Parts of a record. -->
  <xsl:template match="author | editor | respStmt | resp | respons | biblScope | citedRange
    | edition | extent | repository | institution | collection | sponsor | funder | authority
    | principal | distributor | textLang | availability | licence | listRelation
    | relation" mode="lp:fo">
    <fo:inline>
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:joined">
        <xsl:with-param name="separator" select="' '"/>
      </xsl:call-template>
    </fo:inline>
  </xsl:template>

  <!-- A description of a manuscript: the shelf mark in a line, then its parts as paragraphs; and of
       a recording. -->
  <xsl:template match="msDesc | msPart | msFrag | physDesc | history | additional | msContents
    | objectDesc | supportDesc | layoutDesc | handDesc | typeDesc | scriptDesc | sealDesc
    | bindingDesc | adminInfo | surrogates | recordHist | recordingStmt | recording | equipment
    | broadcast" mode="lp:fo">
    <fo:block>
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Of the letter's own manuscript print gives the shelf mark and what is said in words; sheets,
       hands and seals are described on the page of the letter. -->
  <xsl:template match="sourceDesc/msDesc" mode="lp:fo" priority="1">
    <xsl:apply-templates select="msIdentifier, head, p, ab" mode="lp:fo"/>
  </xsl:template>

  <xsl:template match="msItem | support | condition | foliation | layout | handNote | seal
    | binding | origin | provenance | acquisition | additions | custodialHist | source | summary
    | decoDesc | decoNote | typeNote | scriptNote | collation | incipit | explicit | rubric
    | colophon | filiation | change" mode="lp:fo">
    <xsl:choose>
      <xsl:when test="lp:has-blocks(.) or not(normalize-space(string-join(../text())))">
        <fo:block>
          <xsl:apply-templates select="." mode="lp:fo-attributes"/>
          <xsl:call-template name="lp:joined"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:inline>
          <xsl:apply-templates select="." mode="lp:fo-attributes"/>
          <xsl:call-template name="lp:joined"/>
        </fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Measures and substances within such descriptions. -->
  <xsl:template match="material | dimensions | height | width | depth | dim | origDate | origPlace
    | watermark | objectType | locus | signatures | catchwords | heraldry
    | stamp[ancestor::msDesc] | secFol | custEvent | desc" mode="lp:fo" priority="0.6">
    <fo:inline>
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:joined">
        <xsl:with-param name="separator" select="' × '"/>
      </xsl:call-template>
    </fo:inline>
  </xsl:template>

  <!-- A list that a program was to make: what the source has of it, its head. -->
  <xsl:template match="divGen" mode="lp:fo">
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>
</xsl:stylesheet>
