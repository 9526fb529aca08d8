<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: divisions, heads, paragraphs, lists, quotations, title pages, bibliographies
     (TEI Guidelines 3 and 4). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Text and its parts. -->
  <xsl:template match="text | front | body | back | group | floatingText | epigraph | argument
    | imprimatur | titlePage | docImprint | sp | div | div1 | div2 | div3 | div4 | div5 | div6
    | div7" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <!-- A head becomes a heading of its depth: h1 is the page's own, so the first is h2. -->
  <xsl:function name="lp:heading-level" as="xs:integer">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="depth" as="xs:integer" select="count($head/ancestor::*[self::div or
      self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6 or
      self::div7 or self::floatingText or self::group])"/>
    <xsl:sequence select="min((6, 1 + max((1, $depth))))"/>
  </xsl:function>

  <xsl:template match="head" mode="lp:html">
    <xsl:choose>
      <xsl:when test="lp:has-blocks(.)">
        <div role="heading" aria-level="{lp:heading-level(.)}">
          <xsl:apply-templates select="." mode="lp:attributes"/>
          <xsl:apply-templates mode="lp:html"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{lp:heading-level(.)}">
          <xsl:apply-templates select="." mode="lp:attributes"/>
          <xsl:apply-templates mode="lp:html"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Heads of lists, verse and records title a small thing: no heading of the outline. -->
  <xsl:template match="list/head | lg/head | listBibl/head | listPerson/head | listPlace/head
    | listOrg/head | listEvent/head | listWit/head | msDesc/head | person/head | place/head
    | org/head | event/head | trailer | speaker | docTitle | titlePart | docAuthor" mode="lp:html">
    <xsl:element name="{lp:tag(., 'p')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="titlePart[not(lp:is-between-blocks(.))]
    | docAuthor[not(lp:is-between-blocks(.))]" mode="lp:html" priority="2">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="docTitle[lp:has-blocks(.)]" mode="lp:html" priority="2">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <xsl:template match="docDate | docEdition | pubPlace | publisher | stage" mode="lp:html">
    <xsl:element name="{lp:movable-tag(.)}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- A paragraph that holds blocks is a div: HTML would end a p before them. Each paragraph with
       an id gets a quiet link to itself. -->
  <xsl:template match="p | ab" mode="lp:html">
    <xsl:param name="anchors" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:element name="{lp:tag(., 'p')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:if test="$anchors and @lp:id">
        <xsl:call-template name="lp:own-anchor">
          <xsl:with-param name="label" select="'link-to-paragraph'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Lists. -->
  <xsl:template match="list" mode="lp:html">
    <div class="lp-list-frame">
      <xsl:apply-templates select="head" mode="lp:html"/>
      <xsl:element name="{if (lp:is-numbered(.)) then 'ol' else 'ul'}">
        <xsl:apply-templates select="." mode="lp:attributes">
          <xsl:with-param name="classes" select="
            if (label or item/label) then 'lp-list-labelled'
            else if (lp:is-numbered(.)) then 'lp-list-numbered'
            else if (tokenize(lower-case(string-join((@type, @rend), ' ')))
              = ('bulleted', 'bullets', 'unordered')) then 'lp-list-bulleted'
            else 'lp-list-plain'"/>
        </xsl:apply-templates>
        <xsl:for-each-group
          select="node()[not(self::head)][not(self::text()[not(normalize-space())])]"
          group-starting-with="label | item[not(preceding-sibling::*[1][self::label])]">
          <xsl:call-template name="lp:list-entry">
            <xsl:with-param name="nodes" select="current-group()"/>
          </xsl:call-template>
        </xsl:for-each-group>
      </xsl:element>
    </div>
  </xsl:template>

  <!-- One entry: a label with its item, or an item alone, and what stands after it (a page break,
       say). -->
  <xsl:template name="lp:list-entry">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="item" as="element(item)?" select="($nodes/self::item)[1]"/>
    <li>
      <xsl:choose>
        <xsl:when test="$item">
          <xsl:apply-templates select="$item" mode="lp:attributes"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="class" select="'lp-item lp-item-empty'"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="matches($item/@n, '^\d{1,6}$') and lp:is-numbered($item/..)">
        <xsl:attribute name="value" select="$item/@n"/>
      </xsl:if>
      <xsl:apply-templates select="$nodes" mode="lp:html"/>
    </li>
  </xsl:template>

  <!-- The text of an item; its attributes stand on the li. -->
  <xsl:template match="list/item" mode="lp:html">
    <div class="lp-item-text">
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <!-- The label stands before the text of the item, in the margin of the list. -->
  <xsl:template match="list/item[node()[normalize-space()][1][self::label]]" mode="lp:html"
    priority="1">
    <xsl:variable name="label" as="element(label)" select="label[1]"/>
    <xsl:apply-templates select="$label" mode="lp:html"/>
    <xsl:text> </xsl:text>
    <div class="lp-item-text">
      <xsl:apply-templates select="node() except $label" mode="lp:html"/>
    </div>
  </xsl:template>

  <xsl:template match="label" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="item" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <!-- Quotations that stand alone. Those in running text: inlines.xsl. -->
  <xsl:template match="quote[lp:is-block(.)] | q[lp:is-block(.)] | said[lp:is-block(.)]
    | cit[lp:is-block(.)]" mode="lp:html" priority="1">
    <xsl:element name="{if (parent::cit) then 'div' else 'blockquote'}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="'lp-block'"/>
      </xsl:apply-templates>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- A division between parts: drawn as a line or left white, its text never shown. -->
  <xsl:template match="milestone" mode="lp:html">
    <xsl:element name="{if (lp:is-between-blocks(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes"
          select="@unit ! ('lp-unit-' || lp:class-name(.))"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- Bibliographies: lists of entries; a record without punctuation is set with commas. -->
  <xsl:template match="listBibl | listWit" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates select="head" mode="lp:html"/>
      <ul class="lp-records">
        <xsl:for-each select="node()[not(self::head)][normalize-space() or self::pb]">
          <li>
            <xsl:apply-templates select="." mode="lp:html"/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="bibl | biblStruct | biblFull | analytic | monogr | series | imprint
    | msIdentifier | msName | altIdentifier | titleStmt | publicationStmt | editionStmt
    | seriesStmt | relatedItem" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:joined"/>
    </xsl:element>
  </xsl:template>

  <!-- Parts of a record. -->
  <xsl:template match="author | editor | respStmt | resp | respons | biblScope | citedRange
    | edition | extent | idno | repository | institution | collection | sponsor | funder
    | authority | principal | distributor | series/title | textLang | availability | licence
    | listRelation | relation" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:joined">
        <xsl:with-param name="separator" select="' '"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- A description of a manuscript: the shelf mark in a line, then its parts as paragraphs; and of
       a recording. -->
  <xsl:template match="msDesc | msPart | msFrag | physDesc | history | additional | msContents
    | objectDesc | supportDesc | layoutDesc | handDesc | typeDesc | scriptDesc | sealDesc
    | bindingDesc | adminInfo | surrogates | recordHist | recordingStmt | recording | equipment
    | broadcast" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <xsl:template match="msItem | support | condition | foliation | layout | handNote | seal | binding
    | origin | provenance | acquisition | additions | custodialHist | source | summary
    | decoDesc | decoNote | typeNote | scriptNote | collation | incipit | explicit | rubric
    | colophon | filiation | change" mode="lp:html">
    <xsl:element name="{if (lp:has-blocks(.)) then 'div'
      else if (normalize-space(string-join(../text()))) then 'span' else 'div'}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:joined"/>
    </xsl:element>
  </xsl:template>

  <!-- Measures and substances within such descriptions. -->
  <xsl:template match="material | dimensions | height | width | depth | dim | origDate | origPlace
    | watermark | objectType | locus | signatures | catchwords | heraldry | stamp[ancestor::msDesc]
    | secFol | custEvent | desc" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:joined">
        <xsl:with-param name="separator" select="if (self::dimensions) then ' × ' else ', '"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- A list that a program was to make: what the source has of it, its head. -->
  <xsl:template match="divGen" mode="lp:html">
    <xsl:apply-templates mode="lp:html"/>
  </xsl:template>
</xsl:stylesheet>
