<?xml version="1.0" encoding="UTF-8"?>
<!-- The book: half title, title page, imprint, contents, preface, letters, registers, index. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()" mode="lp:volume-fo">
    <xsl:apply-templates mode="lp:volume-fo"/>
  </xsl:template>

  <xsl:template match="lp:volume" mode="lp:volume-fo">
    <xsl:variable name="ui" as="xs:string" select="lp:locale(@lang)"/>
    <fo:root xsl:use-attribute-sets="lp:root" xml:lang="{(lp:fo-language(@lang), $ui)[1]}">
      <xsl:sequence select="lp:layout-attributes(.)"/>
      <xsl:call-template name="lp:page-masters"/>
      <fo:bookmark-tree>
        <xsl:apply-templates select="." mode="lp:fo-bookmarks">
          <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
        </xsl:apply-templates>
      </fo:bookmark-tree>
      <xsl:call-template name="lp:title-pages">
        <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
      </xsl:call-template>
      <xsl:call-template name="lp:front-matter">
        <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
      </xsl:call-template>
      <xsl:call-template name="lp:letters">
        <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
      </xsl:call-template>
      <xsl:call-template name="lp:back-matter">
        <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
      </xsl:call-template>
    </fo:root>
  </xsl:template>

  <!-- The divisions of the edition's own text that stand before the letters: preface, editorial
       principles, abbreviations ... -->
  <xsl:function name="lp:front-divisions" as="element()*">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="$volume/lp:front/TEI/text/(front | body) ! lpi:divisions(.)"/>
  </xsl:function>

  <!-- Those that stand behind them: afterword, chronology, bibliography ... -->
  <xsl:function name="lp:back-divisions" as="element()*">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="$volume/lp:front/TEI/text/back ! lpi:divisions(.)"/>
  </xsl:function>

  <xsl:function name="lpi:divisions" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence
      select="$part/*[not(self::titlePage or self::pb or self::divGen)][lp:plain(.) ne '']"/>
  </xsl:function>

  <xsl:function name="lp:division-id" as="xs:string">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="'part-' || count($division/preceding::*[@lp:id]) || '-'
      || count($division/preceding-sibling::*) || '-' || local-name($division/..)"/>
  </xsl:function>

  <!-- Half title, title page, imprint. The edition's own title page wins over what we make of its
       metadata. -->
  <xsl:template name="lp:title-pages">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:page-sequence master-reference="bare" format="i" initial-page-number="1">
      <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
      <fo:flow flow-name="xsl-region-body">
        <fo:block xsl:use-attribute-sets="lp:half-title">{@title}</fo:block>
        <fo:block break-before="odd-page" id="title-page">
          <xsl:variable name="title-page" as="element(titlePage)?"
            select="lp:front/TEI/text/front/titlePage[1]"/>
          <xsl:choose>
            <xsl:when test="$title-page">
              <xsl:apply-templates select="$title-page/*" mode="lp:fo">
                <xsl:with-param name="prefix" select="'front-'" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <fo:block xsl:use-attribute-sets="lp:title-main" role="H1">
                <xsl:text>{lpi:in-phrases(@title)}</xsl:text>
              </fo:block>
              <xsl:if test="normalize-space(@subtitle)">
                <fo:block xsl:use-attribute-sets="lp:title-sub">{@subtitle}</fo:block>
              </xsl:if>
              <xsl:if test="normalize-space(@editors)">
                <fo:block xsl:use-attribute-sets="lp:title-line">
                  <xsl:text>{lp:label('edited-by', $ui, string(@editors))}</xsl:text>
                </fo:block>
              </xsl:if>
              <xsl:for-each select="(@publisher, @date)[normalize-space()]">
                <fo:block xsl:use-attribute-sets="lp:title-line">{.}</fo:block>
              </xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
        </fo:block>
        <fo:block break-before="page" space-before="{$lp:page-height} * 0.5"
          space-before.conditionality="retain">
          <fo:block xsl:use-attribute-sets="lp:imprint">{string-join((@title, @subtitle)
            [normalize-space()], ': ')}</fo:block>
          <xsl:if test="normalize-space(@editors)">
            <fo:block xsl:use-attribute-sets="lp:imprint">
              <xsl:text>{lp:label('edited-by', $ui, string(@editors))}</xsl:text>
            </fo:block>
          </xsl:if>
          <xsl:if test="normalize-space(@publisher)">
            <fo:block xsl:use-attribute-sets="lp:imprint">{string-join((@publisher, @date)
              [normalize-space()], ', ')}</fo:block>
          </xsl:if>
          <xsl:if test="normalize-space(@licence)">
            <fo:block xsl:use-attribute-sets="lp:imprint">{@licence}</fo:block>
          </xsl:if>
          <xsl:if test="matches(@licence-href, '^https?://')">
            <fo:block xsl:use-attribute-sets="lp:imprint">
              <fo:basic-link external-destination="url('{lp:escaped-uri(@licence-href)}')"
                fox:alt-text="{(@licence, @licence-href)[1]}">{@licence-href}</fo:basic-link>
            </fo:block>
          </xsl:if>
        </fo:block>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- Is this on the edition's own title page, or on a volume's? -->
  <xsl:function name="lp:opens-book" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/ancestor::titlePage/ancestor::*[self::lp:front
      or self::lp:volume-part])"/>
  </xsl:function>

  <!-- Parts of these title pages. -->
  <xsl:template match="titlePage/docTitle[lp:opens-book(.)]" mode="lp:fo" priority="3">
    <xsl:apply-templates select="*" mode="lp:fo"/>
  </xsl:template>

  <!-- A title of several phrases is divided between them, "A Letter to Kim Il Sung, | 24 January 1958",
       not within one that a line holds. -->
  <xsl:function name="lpi:in-phrases" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="phrases" as="xs:string*"
      select="tokenize(replace(normalize-space($title), '([,:;]) ', '$1&#xA;'), '\n')"/>
    <xsl:sequence select="if (count($phrases) lt 2) then $title
      else string-join($phrases ! (if (string-length() le 28) then translate(., ' ', '&#xA0;')
        else .), ' ')"/>
  </xsl:function>

  <xsl:template match="titlePage//titlePart[lp:opens-book(.)]" mode="lp:fo" priority="3">
    <xsl:choose>
      <xsl:when test="@type = 'main' or not(preceding::titlePart[ancestor::titlePage
        intersect current()/ancestor::titlePage])">
        <fo:block xsl:use-attribute-sets="lp:title-main" role="H1">
          <xsl:apply-templates mode="lp:fo"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="lp:title-sub">
          <xsl:apply-templates mode="lp:fo"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="titlePage/*[not(self::docTitle or self::titlePart or self::pb
    or self::lb or self::figure or self::graphic)]
    [lp:opens-book(.)]" mode="lp:fo" priority="2">
    <fo:block xsl:use-attribute-sets="lp:title-line">
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <!-- Contents and preface, numbered in roman. -->
  <xsl:template name="lp:front-matter">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:page-sequence master-reference="text" format="i" initial-page-number="auto-odd">
      <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
      <xsl:call-template name="lp:static-content">
        <xsl:with-param name="edition" select="string(@title)"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <fo:block id="contents" xsl:use-attribute-sets="lp:part-heading" role="H1">
          <xsl:call-template name="lp:running-head">
            <xsl:with-param name="text" select="lp:label('contents', $ui)"/>
          </xsl:call-template>
          <xsl:text>{lp:label('contents', $ui)}</xsl:text>
        </fo:block>
        <xsl:apply-templates select="." mode="lp:fo-contents"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:call-template name="lp:divisions">
      <xsl:with-param name="divisions" select="lp:front-divisions(.)"/>
      <xsl:with-param name="format" select="'i'"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:front-parts(.)" mode="lp:volume-text">
      <xsl:with-param name="format" select="'i'"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Divisions of the edition's own text; each that has a head begins a page. -->
  <xsl:template name="lp:divisions">
    <xsl:param name="divisions" as="element()*"/>
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="exists($divisions)">
      <xsl:variable name="title" as="xs:string" select="string(@title)"/>
      <fo:page-sequence master-reference="text" format="{$format}" initial-page-number="auto-odd"
        xml:lang="{(lp:fo-language(lp:front/TEI/@xml:lang), $ui)[1]}">
        <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
        <xsl:call-template name="lp:static-content">
          <xsl:with-param name="edition" select="$title"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:for-each select="$divisions">
            <fo:block id="{lp:division-id(.)}">
              <xsl:sequence select="lp:writing-mode(lp:direction(ancestor::text[1]),
                lp:direction-of-pages(.))"/>
              <xsl:if test="position() gt 1 and head">
                <xsl:attribute name="break-before" select="'page'"/>
              </xsl:if>
              <xsl:if test="head">
                <xsl:call-template name="lp:running-head">
                  <xsl:with-param name="text" select="lp:plain(head[1])"/>
                </xsl:call-template>
              </xsl:if>
              <xsl:apply-templates select="." mode="lp:fo">
                <xsl:with-param name="prefix" select="'front-'" tunnel="yes"/>
              </xsl:apply-templates>
            </fo:block>
          </xsl:for-each>
        </fo:flow>
      </fo:page-sequence>
    </xsl:if>
  </xsl:template>

  <!-- The heads of these divisions open a part of the book. -->
  <xsl:template match="lp:front/TEI/text/*/*/head[not(preceding-sibling::head)]" mode="lp:fo"
    priority="3">
    <fo:block xsl:use-attribute-sets="lp:part-heading" role="H1">
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <!-- The letters, with what their volumes say between them. Each year begins a page: FOP holds a run
       of pages in memory until it ends. -->
  <xsl:template name="lp:letters">
    <xsl:variable name="title" as="xs:string" select="string(@title)"/>
    <xsl:variable name="items" as="element()*" select="lp:text/* except lp:front-parts(.)"/>
    <xsl:for-each-group select="$items" group-starting-with="*[lpi:starts-run(.)]">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:choose>
        <xsl:when test="self::lp:volume-part[@own-pages]">
          <xsl:apply-templates select="." mode="lp:volume-text"/>
        </xsl:when>
        <xsl:otherwise>
          <fo:page-sequence master-reference="text" format="1">
            <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
            <xsl:if test="$first">
              <xsl:attribute name="initial-page-number" select="'1'"/>
            </xsl:if>
            <xsl:call-template name="lp:static-content">
              <xsl:with-param name="edition" select="$title"/>
            </xsl:call-template>
            <fo:flow flow-name="xsl-region-body">
              <xsl:for-each select="current-group()">
                <fo:block>
                  <xsl:if test="position() gt 1 and $lp:letter-start = 'page'">
                    <xsl:attribute name="break-before" select="'page'"/>
                  </xsl:if>
                  <xsl:apply-templates select="self::TEI" mode="lp:fo">
                    <xsl:with-param name="number" select="lp:letter-number(.)"/>
                  </xsl:apply-templates>
                  <xsl:apply-templates select="self::lp:volume-part" mode="lp:volume-text"/>
                </fo:block>
              </xsl:for-each>
            </fo:flow>
          </fo:page-sequence>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Does a letter, or a part of a volume, begin a run of pages? What stands between letters goes
       with the letter behind it; under a head it opens a part of the book. -->
  <xsl:function name="lpi:starts-run" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$item/preceding-sibling::*[1]"/>
    <xsl:choose>
      <xsl:when test="empty($before) or $item/@own-pages or $before/@own-pages">
        <xsl:sequence select="true()"/>
      </xsl:when>
      <xsl:when test="$item/self::lp:volume-part and lp:opening-divisions($item)">
        <xsl:sequence select="true()"/>
      </xsl:when>
      <xsl:when test="$before/self::lp:volume-part">
        <xsl:sequence select="false()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="letter" as="element(TEI)?"
          select="($item/self::TEI, $item/following-sibling::TEI[1])[1]"/>
        <xsl:sequence select="exists($letter)
          and lp:run-of-pages($letter) ne lp:run-of-pages($before)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Letters with the same value share a run of pages: those of a year; in the order of the source
       those of a volume. -->
  <xsl:function name="lp:run-of-pages" as="xs:string">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:variable name="facts" as="element(lp:letter)?" select="$letter/teiHeader/xenoData/lp:letter"/>
    <xsl:sequence select="if ($lp:letter-order = 'source') then string($facts/lp:part/@href)
      else replace(string($facts/@sort), '^(-?\d+).*$', '$1')"/>
  </xsl:function>

  <!-- The number of a letter in the book; nothing where its own heading begins with one:
       "12. Telegram From the Embassy". -->
  <xsl:function name="lp:letter-number" as="xs:string">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:variable name="number" as="xs:string" select="string((
      $letter/teiHeader/xenoData/lp:letter/@number[$lp:letter-order ne 'source'],
      count($letter/preceding-sibling::TEI) + 1)[1])"/>
    <xsl:sequence select="$number[not(matches(lp:printed-heading($letter), '^\W*\d+[.)]\s'))]
      => string()"/>
  </xsl:function>

  <!-- Plates, the edition's back matter, registers, then the index in two columns. -->
  <xsl:template name="lp:back-matter">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="title" as="xs:string" select="string(@title)"/>
    <xsl:variable name="registers" as="element(lp:register)*"
      select="lp:registers/lp:register[lp:entry]"/>
    <xsl:if test="lp:has-plates(.)">
      <xsl:call-template name="lp:plates">
        <xsl:with-param name="edition" select="$title"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="lp:divisions">
      <xsl:with-param name="divisions" select="lp:back-divisions(.)"/>
      <xsl:with-param name="format" select="'1'"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:register-texts(.)" mode="lp:volume-text"/>
    <xsl:if test="exists($registers)">
      <fo:page-sequence master-reference="text" format="1" initial-page-number="auto-odd">
        <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
        <xsl:call-template name="lp:static-content">
          <xsl:with-param name="edition" select="$title"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block id="registers" xsl:use-attribute-sets="lp:part-heading" role="H1">
            <xsl:text>{lp:label('registers', $ui)}</xsl:text>
          </fo:block>
          <xsl:apply-templates select="$registers" mode="lp:fo-register"/>
        </fo:flow>
      </fo:page-sequence>
    </xsl:if>
    <xsl:if test="lp:has-index(.)">
      <fo:page-sequence master-reference="index" format="1" initial-page-number="auto-odd"
        lp:untold="true">
        <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
        <xsl:call-template name="lp:static-content">
          <xsl:with-param name="edition" select="$title"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block id="index" xsl:use-attribute-sets="lp:part-heading" role="H1" span="all"
            padding-after="14pt">
            <xsl:text>{lp:label('index', $ui)}</xsl:text>
          </fo:block>
          <xsl:apply-templates select="." mode="lp:fo-index"/>
        </fo:flow>
      </fo:page-sequence>
    </xsl:if>
    <xsl:if test="exists(lp:concordance-entries(.))">
      <fo:page-sequence master-reference="index" format="1" initial-page-number="auto-odd"
        lp:untold="true">
        <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
        <xsl:call-template name="lp:static-content">
          <xsl:with-param name="edition" select="$title"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block id="concordance" xsl:use-attribute-sets="lp:part-heading" role="H1" span="all"
            padding-after="14pt">
            <xsl:text>{lp:label('concordance', $ui)}</xsl:text>
          </fo:block>
          <xsl:apply-templates select="." mode="lp:fo-concordance"/>
        </fo:flow>
      </fo:page-sequence>
    </xsl:if>
  </xsl:template>

  <!-- The contents: front matter, every letter, registers, index. -->
  <xsl:template match="lp:volume" mode="lp:fo-contents">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="direction" as="xs:string" select="lp:direction-of-pages(.)"/>
    <!-- In a line with right-to-left letters FOP prints dots over and over. -->
    <xsl:variable name="leader" as="attribute()+">
      <xsl:choose>
        <xsl:when test="$direction = 'rtl' or matches(string-join((lp:text/TEI ! lp:printed-heading(.),
          lp:front-divisions(.)/head ! lp:plain(.))), '[' || $lpi:right-to-left || ']')">
          <xsl:attribute name="leader-pattern" select="'rule'"/>
          <xsl:attribute name="rule-style" select="'dotted'"/>
          <xsl:attribute name="rule-thickness" select="'0.8pt'"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="leader-pattern" select="'dots'"/>
          <xsl:attribute name="leader-pattern-width" select="'5pt'"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:block role="TOC">
      <xsl:sequence select="lp:front-divisions(.)[head]
        ! lpi:contents-entry(lp:division-id(.), '', lp:plain(head[1]), '', '0pt', $direction,
          lp:direction-of-words(lp:plain(head[1])), $leader),
        lp:front-parts(.) ! lpi:part-entries(., $direction, $leader)"/>
      <xsl:for-each select="lp:text/* except lp:front-parts(.)">
        <xsl:variable name="letter" as="element(lp:letter)?"
          select="teiHeader/xenoData/lp:letter"/>
        <xsl:variable name="after-part" as="xs:boolean"
          select="position() = 1 or preceding-sibling::*[1]/self::lp:volume-part"/>
        <xsl:sequence select="self::lp:volume-part ! lpi:part-entries(., $direction, $leader),
          self::TEI ! lpi:contents-entry(lp:letter-id(.), lp:letter-number(.),
            lp:printed-heading(.), string($letter/@date), if ($after-part) then '8pt' else '0pt',
            $direction, lp:direction-of-heading(., $ui), $leader)"/>
      </xsl:for-each>
      <xsl:if test="lp:has-plates(.)">
        <xsl:sequence select="lpi:contents-entry('plates', '', lp:label('plates', $ui), '', '8pt',
          $direction, $direction, $leader)"/>
      </xsl:if>
      <xsl:sequence select="lp:back-divisions(.)[head]
        ! lpi:contents-entry(lp:division-id(.), '', lp:plain(head[1]), '', if (position() = 1) then '8pt' else '0pt',
          $direction, lp:direction-of-words(lp:plain(head[1])), $leader),
        lp:register-texts(.) ! lpi:contents-entry(lp:volume-id(.), '', string(@title), '', '0pt',
          $direction, lp:direction-of-words(@title), $leader)"/>
      <xsl:if test="lp:registers/lp:register[lp:entry]">
        <xsl:sequence
          select="lpi:contents-entry('registers', '', lp:label('registers', $ui), '', '8pt',
            $direction, $direction, $leader)"/>
      </xsl:if>
      <xsl:if test="lp:has-index(.)">
        <xsl:sequence
          select="lpi:contents-entry('index', '', lp:label('index', $ui), '', '0pt',
            $direction, $direction, $leader)"/>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- The entries of a part of a volume: its title where it begins, and the heads of its divisions. -->
  <xsl:function name="lpi:part-entries" as="element(fo:block)*">
    <xsl:param name="part" as="element(lp:volume-part)"/>
    <xsl:param name="direction" as="xs:string"/>
    <xsl:param name="leader" as="attribute()+"/>
    <xsl:sequence select="$part[@first] ! lpi:contents-entry(lp:part-id(.), '', string(@title), '',
        '8pt', $direction, lp:direction-of-words(@title), $leader),
      lp:opening-divisions($part) ! lpi:contents-entry(lp:volume-id($part) || '-' || @lp:id, '',
        lp:plain(head[1]), '', if (parent::front or parent::back) then '0pt' else '8pt', $direction,
        lp:direction-of-words(lp:plain(head[1])), $leader)"/>
  </xsl:function>

  <!-- "12 Mao Zedong to Kim Il Sung, 24 January 1958 .... 31"; a title that names the year needs no
       date. -->
  <xsl:function name="lpi:contents-entry" as="element(fo:block)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="space" as="xs:string"/>
    <xsl:param name="direction" as="xs:string"/>
    <xsl:param name="title-direction" as="xs:string"/>
    <xsl:param name="leader" as="attribute()+"/>
    <fo:block xsl:use-attribute-sets="lp:contents-entry" role="TOCI" space-before="{$space}">
      <!-- FOP moves the last line the wrong way where lines end on the left. -->
      <xsl:if test="$direction = 'rtl'">
        <xsl:attribute name="end-indent" select="'0pt'"/>
        <xsl:attribute name="last-line-end-indent" select="'0pt'"/>
      </xsl:if>
      <fo:basic-link internal-destination="{$id}"
        fox:alt-text="{normalize-space($number || ' ' || $title)}">
        <xsl:if test="$number ne ''">
          <!-- Titles begin at one edge: these figures are all of one width, 0.48 em. -->
          <fo:inline xsl:use-attribute-sets="lp:contents-number">{$number}</fo:inline>
          <fo:leader leader-pattern="space"
            leader-length="{max((0.5, 2.2 - 0.48 * string-length($number)))}em"/>
        </xsl:if>
        <xsl:sequence select="lp:isolated($title, $direction, $title-direction)"/>
        <!-- A date is not divided, and the dots never stand in a line of their own. -->
        <xsl:if test="$date ne '' and not(replace($date, '^.*?(\d{4}).*$', '$1') = tokenize($title, '\D+'))">
          <xsl:text>, {translate($date, ' ', '&#xA0;')}</xsl:text>
        </xsl:if>
        <xsl:text>&#xA0;</xsl:text>
        <fo:leader leader-alignment="reference-area" leader-length.minimum="1em"
          leader-length.optimum="2em" leader-length.maximum="100%">
          <xsl:sequence select="$leader"/>
        </fo:leader>
        <xsl:text> </xsl:text>
        <fo:page-number-citation ref-id="{$id}"/>
      </fo:basic-link>
    </fo:block>
  </xsl:function>

  <!-- Bookmarks of the book. -->
  <xsl:template match="lp:volume" mode="lp:fo-bookmarks">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lpi:bookmark('title-page', string(@title)),
      lpi:bookmark('contents', lp:label('contents', $ui)),
      lp:front-divisions(.)[head] ! lpi:bookmark(lp:division-id(.), lp:plain(head[1])),
      lp:front-parts(.) ! lpi:part-bookmarks(.)"/>
    <xsl:if test="lp:text/TEI">
      <fo:bookmark internal-destination="{lp:letter-id(lp:text/TEI[1])}">
        <fo:bookmark-title>{lp:label('letters', $ui)}</fo:bookmark-title>
        <xsl:sequence select="(lp:text/* except lp:front-parts(.))
          ! (self::lp:volume-part ! lpi:part-bookmarks(.),
            self::TEI ! lpi:bookmark(lp:letter-id(.),
              string-join((lp:letter-number(.)[. ne ''], lp:letter-title(.)), ' ')))"/>
      </fo:bookmark>
    </xsl:if>
    <xsl:if test="lp:has-plates(.)">
      <xsl:sequence select="lpi:bookmark('plates', lp:label('plates', $ui))"/>
    </xsl:if>
    <xsl:sequence select="lp:back-divisions(.)[head]
        ! lpi:bookmark(lp:division-id(.), lp:plain(head[1])),
      lp:register-texts(.) ! lpi:bookmark(lp:volume-id(.), string(@title))"/>
    <xsl:if test="lp:registers/lp:register[lp:entry]">
      <fo:bookmark internal-destination="registers">
        <fo:bookmark-title>{lp:label('registers', $ui)}</fo:bookmark-title>
        <xsl:sequence select="lp:registers/lp:register[lp:entry]
          ! lpi:bookmark('register-' || @kind, lp:label(@kind, $ui))"/>
      </fo:bookmark>
    </xsl:if>
    <xsl:if test="lp:has-index(.)">
      <xsl:sequence select="lpi:bookmark('index', lp:label('index', $ui))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="lpi:part-bookmarks" as="element(fo:bookmark)*">
    <xsl:param name="part" as="element(lp:volume-part)"/>
    <xsl:sequence select="$part[@first] ! lpi:bookmark(lp:part-id(.), string(@title)),
      lp:opening-divisions($part)
        ! lpi:bookmark(lp:volume-id($part) || '-' || @lp:id, lp:plain(head[1]))"/>
  </xsl:function>

  <!-- Bookmarks within a letter: its headed divisions. -->
  <xsl:template match="*" mode="lp:fo-bookmarks">
    <xsl:apply-templates select="*" mode="lp:fo-bookmarks"/>
  </xsl:template>

  <xsl:template match="div[@lp:id][head[1][lp:plain(.) ne '']][not(@lp:mention)]"
    mode="lp:fo-bookmarks" priority="1">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <fo:bookmark internal-destination="{$prefix}{@lp:id}">
      <fo:bookmark-title>{lp:plain(head[1])}</fo:bookmark-title>
      <xsl:apply-templates select="*" mode="lp:fo-bookmarks"/>
    </fo:bookmark>
  </xsl:template>

  <xsl:function name="lpi:bookmark" as="element(fo:bookmark)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <fo:bookmark internal-destination="{$id}">
      <fo:bookmark-title>{$title}</fo:bookmark-title>
    </fo:bookmark>
  </xsl:function>
</xsl:stylesheet>
