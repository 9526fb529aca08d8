<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages: their margins, their running heads, and the order in which they follow. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Margins of the sheet. The inner one is narrower: two make the white between facing pages. -->
  <xsl:param name="lp:margin-inner" as="xs:string" select="'20mm'"/>
  <xsl:param name="lp:margin-outer" as="xs:string" select="'24mm'"/>
  <xsl:param name="lp:margin-top" as="xs:string" select="'13mm'"/>
  <xsl:param name="lp:margin-bottom" as="xs:string" select="'14mm'"/>

  <!-- A book that is read from right to left is bound on the right. -->
  <xsl:template name="lp:page-masters">
    <xsl:variable name="turned" as="xs:boolean" select="lp:direction-of-pages(.) = 'rtl'"/>
    <fo:layout-master-set>
      <xsl:for-each select="'recto', 'verso'">
        <xsl:variable name="page" as="xs:string" select="."/>
        <xsl:variable name="side" as="xs:string" select="if (not($turned)) then $page
          else if ($page = 'recto') then 'verso' else 'recto'"/>
        <xsl:sequence select="lpi:page-master('text-' || $page, $side, 'head-' || $page, '', 1),
          lpi:page-master('opening-' || $page, $side, '', 'foot-opening', 1),
          lpi:page-master('bare-' || $page, $side, '', '', 1),
          lpi:page-master('index-' || $page, $side, 'head-' || $page, '', 2),
          lpi:page-master('index-opening-' || $page, $side, '', 'foot-opening', 2)"/>
      </xsl:for-each>
      <xsl:sequence select="lpi:page-master('letter-first', 'single', '', 'foot-opening', 1),
        lpi:page-master('letter-rest', 'single', 'head-recto', '', 1),
        lpi:page-sequence-master('text', 'opening', 'text'),
        lpi:page-sequence-master('index', 'index-opening', 'index'),
        lpi:page-sequence-master('bare', 'bare', 'bare')"/>
      <fo:page-sequence-master master-name="letter">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference page-position="first"
            master-reference="letter-first"/>
          <fo:conditional-page-master-reference page-position="any"
            master-reference="letter-rest"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- One page: $side says where the inner margin is; a head or foot that is '' is left out. -->
  <xsl:function name="lpi:page-master" as="element(fo:simple-page-master)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:param name="head" as="xs:string"/>
    <xsl:param name="foot" as="xs:string"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="middle" as="xs:string"
      select="'(' || $lp:margin-inner || ' + ' || $lp:margin-outer || ') div 2'"/>
    <fo:simple-page-master master-name="{$name}"
      page-width="{$lp:page-width}" page-height="{$lp:page-height}"
      margin-top="{$lp:margin-top}" margin-bottom="{$lp:margin-bottom}"
      margin-left="{if ($side = 'recto') then $lp:margin-inner
        else if ($side = 'verso') then $lp:margin-outer else $middle}"
      margin-right="{if ($side = 'recto') then $lp:margin-outer
        else if ($side = 'verso') then $lp:margin-inner else $middle}">
      <fo:region-body margin-top="10mm" margin-bottom="10mm">
        <xsl:if test="$columns gt 1">
          <xsl:attribute name="column-count" select="$columns"/>
          <xsl:attribute name="column-gap" select="'6mm'"/>
        </xsl:if>
      </fo:region-body>
      <fo:region-before extent="8mm" region-name="{($head[. ne ''], 'no-head')[1]}"/>
      <fo:region-after extent="6mm" region-name="{($foot[. ne ''], 'no-foot')[1]}"
        display-align="after"/>
    </fo:simple-page-master>
  </xsl:function>

  <!-- A run of pages: the first, the others right and left, and blank ones. -->
  <xsl:function name="lpi:page-sequence-master" as="element(fo:page-sequence-master)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <fo:page-sequence-master master-name="{$name}">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference blank-or-not-blank="blank" odd-or-even="odd"
          master-reference="bare-recto"/>
        <fo:conditional-page-master-reference blank-or-not-blank="blank" odd-or-even="even"
          master-reference="bare-verso"/>
        <fo:conditional-page-master-reference page-position="first" odd-or-even="odd"
          master-reference="{$first}-recto"/>
        <fo:conditional-page-master-reference page-position="first" odd-or-even="even"
          master-reference="{$first}-verso"/>
        <fo:conditional-page-master-reference odd-or-even="odd"
          master-reference="{$rest}-recto"/>
        <fo:conditional-page-master-reference odd-or-even="even"
          master-reference="{$rest}-verso"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:function>

  <!-- Running heads and the line above the notes. Right-hand pages name the letter or part (by
       markers), left-hand pages the edition; the page number stands outside. -->
  <xsl:template name="lp:static-content">
    <xsl:param name="edition" as="xs:string"/>
    <fo:static-content flow-name="head-recto" role="artifact">
      <xsl:call-template name="lp:draft-mark"/>
      <fo:block xsl:use-attribute-sets="lp:running-head">
        <fo:retrieve-marker retrieve-class-name="running-head"
          retrieve-position="first-including-carryover"/>
        <fo:leader leader-pattern="space" leader-length.minimum="1em"
          leader-length.optimum="1em" leader-length.maximum="100%"/>
        <fo:inline xsl:use-attribute-sets="lp:folio">
          <fo:page-number/>
        </fo:inline>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="head-verso" role="artifact">
      <xsl:call-template name="lp:draft-mark"/>
      <fo:block xsl:use-attribute-sets="lp:running-head">
        <fo:inline xsl:use-attribute-sets="lp:folio">
          <fo:page-number/>
        </fo:inline>
        <fo:leader leader-pattern="space" leader-length.minimum="1em"
          leader-length.optimum="1em" leader-length.maximum="100%"/>
        <xsl:sequence select="lp:isolated(lp:shortened($edition, 80), lp:direction-of-pages(.))"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="foot-opening" role="artifact">
      <xsl:call-template name="lp:draft-mark"/>
      <fo:block xsl:use-attribute-sets="lp:running-foot">
        <fo:page-number/>
      </fo:block>
    </fo:static-content>
    <!-- Nothing is printed here. FOP (2.11) goes on leaving out tags after a marker in a region
         that is an artifact, until it meets a marker in one that is not; so every page has one. -->
    <fo:static-content flow-name="no-foot">
      <fo:block>
        <fo:retrieve-marker retrieve-class-name="tags"
          retrieve-position="first-including-carryover"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="xsl-footnote-separator" role="artifact">
      <!-- A border, since the rule of a leader is set on the baseline and met the note. Of the white
           above it the layout takes what parts the series of notes. -->
      <fo:block font-size="4pt" line-height="5pt" end-indent="78%"
        border-before-style="solid" border-before-width="0.4pt"
        space-before="9pt" space-before.conditionality="retain">&#160;</fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- "Draft", at the foot of the sheet. -->
  <xsl:template name="lp:draft-mark">
    <xsl:param name="ui" as="xs:string" select="'en'" tunnel="yes"/>
    <xsl:if test="$lp:draft">
      <fo:block-container absolute-position="fixed" left="0mm" top="{$lp:page-height} - 9mm"
        width="{$lp:page-width}" height="7mm">
        <fo:block xsl:use-attribute-sets="lp:draft">{lp:label('draft', $ui)}</fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- What right-hand running heads say from here on; the audit does not count it. -->
  <xsl:template name="lp:running-head">
    <xsl:param name="text" as="xs:string"/>
    <fo:marker marker-class-name="running-head" lp:aside="true">{lp:shortened($text, 75)}</fo:marker>
    <fo:marker marker-class-name="tags">
      <fo:inline/>
    </fo:marker>
  </xsl:template>
</xsl:stylesheet>
