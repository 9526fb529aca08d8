<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters: their heading and record, opening and closing, and where the text comes from
     (TEI Guidelines 2.4.6, 4.2). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A letter by itself. -->
  <xsl:template match="document-node()" mode="lp:letter-fo">
    <xsl:apply-templates mode="lp:letter-fo"/>
  </xsl:template>

  <xsl:template match="TEI" mode="lp:letter-fo">
    <xsl:variable name="letter" as="element(lp:letter)?" select="teiHeader/xenoData/lp:letter"/>
    <xsl:variable name="edition" as="xs:string" select="string($letter/lp:edition/@title)"/>
    <xsl:variable name="ui" as="xs:string"
      select="lp:locale(($letter/lp:edition/@lang, $letter/@lang, @xml:lang)[1])"/>
    <fo:root xsl:use-attribute-sets="lp:root"
      xml:lang="{(lp:fo-language(($letter/@lang, @xml:lang)[1]), $ui)[1]}">
      <xsl:sequence select="lp:layout-attributes(.)"/>
      <xsl:call-template name="lp:page-masters"/>
      <fo:bookmark-tree>
        <fo:bookmark internal-destination="{lp:letter-id(.)}">
          <fo:bookmark-title>{lp:letter-title(.)}</fo:bookmark-title>
          <xsl:apply-templates select="text" mode="lp:fo-bookmarks">
            <xsl:with-param name="prefix" select="lp:letter-id(.) || '-'" tunnel="yes"/>
          </xsl:apply-templates>
        </fo:bookmark>
      </fo:bookmark-tree>
      <fo:page-sequence master-reference="letter" initial-page-number="1">
        <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
        <xsl:call-template name="lp:static-content">
          <xsl:with-param name="edition" select="$edition"/>
          <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:if test="$edition ne ''">
            <fo:block xsl:use-attribute-sets="lp:edition-line">{$edition}</fo:block>
          </xsl:if>
          <xsl:apply-templates select="." mode="lp:fo">
            <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
          </xsl:apply-templates>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- What names the letter in one line, for bookmarks and running heads. -->
  <xsl:function name="lp:letter-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="letter" as="element(lp:letter)?"
      select="$tei/teiHeader/xenoData/lp:letter"/>
    <xsl:sequence select="(string-join(($letter/@heading, $letter/@date)[normalize-space()], ', '),
      string($letter/@title), lp:plain($tei/teiHeader/fileDesc/titleStmt/title[1]),
      lp:letter-id($tei))[. ne ''][1]"/>
  </xsl:function>

  <!-- What the running heads say of a letter: correspondents and date. -->
  <xsl:function name="lp:running-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="lp:letter-title($tei)"/>
  </xsl:function>

  <!-- What heads a document in print, which may be no letter: the front of the edition. -->
  <xsl:function name="lp:printed-heading" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="($tei/teiHeader/xenoData/lp:letter ! lp:letter-heading(.)[. ne ''],
      lp:letter-title($tei))[1]"/>
  </xsl:function>

  <!-- A letter: heading, text, source. $number is empty where it is printed by itself. -->
  <xsl:template match="TEI" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="number" as="xs:string" select="''"/>
    <xsl:variable name="letter" as="element(lp:letter)?" select="teiHeader/xenoData/lp:letter"/>
    <xsl:variable name="id" as="xs:string" select="lp:letter-id(.)"/>
    <fo:block xsl:use-attribute-sets="lp:letter" id="{$id}">
      <xsl:for-each select="lp:fo-language(($letter/@lang, @xml:lang)[1])">
        <xsl:attribute name="xml:lang" select="."/>
      </xsl:for-each>
      <xsl:sequence select="lp:writing-mode(lp:direction(.), lp:direction-of-pages(.))"/>
      <xsl:call-template name="lp:running-head">
        <xsl:with-param name="text" select="lp:running-title(.)"/>
      </xsl:call-template>
      <xsl:if test="$number ne ''">
        <fo:block xsl:use-attribute-sets="lp:letter-number">{$number}</fo:block>
      </xsl:if>
      <xsl:if test="empty(lp:own-heading(.))">
        <fo:block xsl:use-attribute-sets="lp:letter-heading" role="H1" xml:lang="{$ui}">
          <xsl:sequence select="lp:writing-mode(lp:direction-of-heading(., $ui),
            lp:direction(.))"/>
          <xsl:text>{lp:printed-heading(.)}</xsl:text>
          <xsl:call-template name="lp:source-at-foot"/>
        </fo:block>
        <xsl:call-template name="lp:place-and-date"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="lp:hook-fo-before-text"/>
      <fo:block xsl:use-attribute-sets="lp:letter-text">
        <xsl:sequence select="lp:line-counting($id || '-lines', 'count')"/>
        <xsl:if test="exists(lp:own-heading(.))">
          <xsl:attribute name="space-before" select="'0pt'"/>
        </xsl:if>
        <!-- Between these bounds the audit reads; the attribute ends before the formatter. -->
        <xsl:if test="$lp:audit">
          <xsl:attribute name="lp:letter" select="$id"/>
        </xsl:if>
        <xsl:apply-templates select="text" mode="lp:fo">
          <xsl:with-param name="prefix" select="$id || '-'" tunnel="yes"/>
        </xsl:apply-templates>
      </fo:block>
      <xsl:apply-templates select="." mode="lp:hook-fo-after-text"/>
      <xsl:if test="not(lp:has-source-at-foot(.))">
        <xsl:call-template name="lp:account"/>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- How the letter went, and where its text comes from. -->
  <xsl:template name="lp:account">
    <xsl:variable name="record" as="element(fo:block)?">
      <xsl:call-template name="lp:record">
        <xsl:with-param name="letter" select="teiHeader/xenoData/lp:letter"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="$record"/>
    <xsl:apply-templates select="teiHeader/fileDesc/sourceDesc" mode="lp:fo-source">
      <xsl:with-param name="after-record" select="exists($record)"/>
      <xsl:with-param name="prefix" select="lp:letter-id(.) || '-header-'" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Does the account stand at the foot? Not one with notes: there are none within a note. -->
  <xsl:function name="lp:has-source-at-foot" as="xs:boolean">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:sequence select="$lp:source-place = 'foot'
      and empty($letter/teiHeader/fileDesc/sourceDesc//note)"/>
  </xsl:function>

  <!-- The account as a note on the heading, called by a star. -->
  <xsl:template name="lp:source-at-foot">
    <xsl:variable name="account" as="element(fo:block)*">
      <xsl:if test="lp:has-source-at-foot(.)">
        <xsl:call-template name="lp:account"/>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="exists($account)">
      <!-- Not of the letter's words, which the audit counts. -->
      <fo:footnote lp:aside="true">
        <fo:inline xsl:use-attribute-sets="lp:note-mark">{lp:sign('*')}</fo:inline>
        <fo:footnote-body>
          <fo:block xsl:use-attribute-sets="lp:note">
            <xsl:for-each select="$account">
              <fo:block>
                <xsl:copy-of select="@xml:lang | @writing-mode"/>
                <xsl:sequence select="node()"/>
              </fo:block>
            </xsl:for-each>
          </fo:block>
        </fo:footnote-body>
      </fo:footnote>
    </xsl:if>
  </xsl:template>

  <!-- Place and date of a letter, under its heading. -->
  <xsl:template name="lp:place-and-date">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letter" as="element(lp:letter)?"
      select="ancestor-or-self::TEI[1]/teiHeader/xenoData/lp:letter"/>
    <xsl:variable name="record" as="xs:string*" select="($letter/lp:sent-place ! normalize-space(),
      ($letter/(lp:sent-date, @date)[normalize-space()] ! normalize-space(),
        $letter ! lp:label('undated', $ui))[1])[. ne '']"/>
    <xsl:if test="exists($record)">
      <!-- Place and date follow one another as the interface reads, whatever their letters. -->
      <xsl:variable name="direction" as="xs:string"
        select="if (lp:is-right-to-left($ui)) then 'rtl' else 'ltr'"/>
      <xsl:variable name="own" as="xs:boolean" select="exists(self::TEI)"/>
      <fo:block xsl:use-attribute-sets="lp:letter-record" xml:lang="{$ui}">
        <xsl:sequence select="lp:writing-mode($direction, lp:direction(.))"/>
        <xsl:for-each select="$record">
          <xsl:if test="position() gt 1">
            <xsl:value-of select="if ($own) then ', ' else lp:sign(', ')"/>
          </xsl:if>
          <xsl:sequence select="lp:isolated(if ($own) then . else lp:sign(.), $direction,
            lp:direction-of-words(.))"/>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text//head[. is lp:own-heading(ancestor::TEI[1])]" mode="lp:fo"
    priority="4">
    <fo:block>
      <xsl:sequence select="lp:line-counting(lp:letter-id(ancestor::TEI[1]) || '-no-lines', 'none')"/>
      <fo:block xsl:use-attribute-sets="lp:letter-heading" role="H1">
        <xsl:call-template name="lp:block-content"/>
        <xsl:for-each select="ancestor::TEI[1]">
          <xsl:call-template name="lp:source-at-foot"/>
        </xsl:for-each>
      </fo:block>
      <xsl:call-template name="lp:place-and-date"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="lp:letter-text" keep-with-next.within-page="always"/>
  </xsl:template>

  <!-- What the head does not say of the letter's way: further dates and places of sending, how it
       was received, forwarded or read, and the editors' words; a line for each. -->
  <xsl:template name="lp:record">
    <xsl:param name="letter" as="element(lp:letter)?"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="sent" as="element()*" select="$letter ! lp:sent-facts(.)"/>
    <xsl:variable name="head" as="xs:string*"
      select="$letter/(lp:sent-date | lp:sent-place) ! normalize-space()"/>
    <xsl:variable name="lines" as="element(fo:block)*">
      <xsl:if test="exists($sent[not(normalize-space() = $head)])">
        <xsl:sequence select="lp:record-line('sent-on', $sent, $ui)"/>
      </xsl:if>
      <xsl:sequence select="$letter ! lp:record-line('received-on', lp:received-facts(.), $ui)"/>
      <xsl:sequence select="$letter ! lp:further-actions(.)
        ! lp:record-line(lp:action-key(.), *, $ui)"/>
      <xsl:sequence select="$letter ! lp:record-line('correspondence', lp:remark, $ui)"/>
      <xsl:if test="$letter/*/@inferred">
        <fo:block xml:lang="{$ui}">{lp:label('inferred', $ui)}</fo:block>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="exists($lines)">
      <fo:block xsl:use-attribute-sets="lp:source">
        <xsl:sequence select="lp:writing-mode(lp:direction-of-words(string-join($lines)),
          lp:direction(.))"/>
        <xsl:sequence select="$lines"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- "Received: 30 January 1958, Pyongyang", or nothing. -->
  <xsl:function name="lp:record-line" as="element(fo:block)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="facts" as="element()*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="($facts ! normalize-space())[. ne '']"/>
    <xsl:if test="exists($words)">
      <fo:block>
        <fo:inline font-style="italic" xml:lang="{$ui}">{lp:action-label($key, $ui)}</fo:inline>
        <xsl:text>{if ($ui = 'zh') then '：' else ': '}{string-join($words, ', ')}</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:function>

  <!-- "Source: ..." at the end; further sources follow as lines of their own. -->
  <xsl:template match="sourceDesc" mode="lp:fo-source">
    <xsl:param name="after-record" as="xs:boolean" select="false()"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="sources" as="element()*" select="*[normalize-space()]"/>
    <xsl:if test="exists($sources)">
      <fo:block xsl:use-attribute-sets="lp:source">
        <xsl:if test="$after-record">
          <xsl:attribute name="space-before" select="'0pt'"/>
        </xsl:if>
        <xsl:for-each select="$sources">
          <fo:block>
            <xsl:sequence select="lp:writing-mode(lp:direction-of-words(string(.)),
              lp:direction(ancestor::TEI[1]))"/>
            <xsl:if test="position() = 1">
              <fo:inline font-style="italic" xml:lang="{$ui}">
                <xsl:text>{lp:label(if (count($sources) = 1) then 'source' else 'sources',
                  $ui)}</xsl:text>
              </fo:inline>
              <xsl:text>{if ($ui = 'zh') then '：' else ': '}</xsl:text>
            </xsl:if>
            <xsl:choose>
              <xsl:when test="self::p or self::ab">
                <xsl:apply-templates mode="lp:fo"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="." mode="lp:fo"/>
              </xsl:otherwise>
            </xsl:choose>
          </fo:block>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Opening and closing. A closer that holds whole sentences is not set to the right. -->
  <xsl:template match="opener" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:opener">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="closer" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:closer">
      <xsl:if test="lp:is-long(.)">
        <xsl:attribute name="text-align" select="'justify'"/>
        <xsl:attribute name="keep-together.within-page" select="'auto'"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="postscript" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:postscript">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <!-- Between blocks each has its own line; in running text it stays in the line. A dateline or
       signature is a line of its own also beside the bare words of an opener or closer. -->
  <xsl:template match="dateline | salute | signed | byline | accMat" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <xsl:template match="dateline[lp:is-block(.) or lp:has-blocks(.)]" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:dateline">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Below a letter place and date stand to the left. -->
  <xsl:template match="closer/dateline[lp:is-block(.) or lp:has-blocks(.)]" mode="lp:fo"
    priority="2">
    <fo:block xsl:use-attribute-sets="lp:block lp:dateline" text-align="start">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="salute[lp:is-block(.) or lp:has-blocks(.)]" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:salute">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="closer/salute[lp:is-block(.) or lp:has-blocks(.)]" mode="lp:fo" priority="2">
    <fo:block xsl:use-attribute-sets="lp:block lp:signed">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="signed[lp:is-block(.) or lp:has-blocks(.)]" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:signed">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="byline[lp:is-block(.)] | accMat[lp:is-block(.)]" mode="lp:fo"
    priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:line">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="stamp" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="words" as="item()*">
      <xsl:value-of select="lp:sign('[')"/>
      <fo:inline font-style="italic" xml:lang="{$ui}">{lp:sign(lp:label('stamp', $ui))}</fo:inline>
      <xsl:value-of select="lp:sign(if ($ui = 'zh') then '：' else ': ')"/>
      <xsl:apply-templates mode="lp:fo"/>
      <xsl:value-of select="lp:sign(']')"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="lp:is-block(.)">
        <fo:block xsl:use-attribute-sets="lp:block lp:stamp">
          <xsl:apply-templates select="." mode="lp:fo-attributes"/>
          <xsl:sequence select="$words"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:inline>
          <xsl:apply-templates select="." mode="lp:fo-attributes"/>
          <xsl:sequence select="$words"/>
        </fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An address in lines; within running text strokes part them. -->
  <xsl:template match="address[lp:is-block(.)]" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:address">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="signed//address[lp:is-block(.)]" mode="lp:fo" priority="2">
    <fo:block xsl:use-attribute-sets="lp:block lp:address" text-align="end">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="addrLine" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
    <xsl:value-of select="lp:sign(' /'[lp:is-parted-line(current())]), ' '" separator=""/>
  </xsl:template>

  <xsl:template match="address[lp:is-block(.)]/addrLine" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block lp:line">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="address | street | postCode | postBox" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>
</xsl:stylesheet>
