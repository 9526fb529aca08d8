<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of a letter besides its correspDesc, as rows of the record: title and summary,
     language, source and where it is kept, description, enclosures, prints, keywords, hands, remarks,
     who edited it (TEI Guidelines 2.2, 2.4, 11).
     What concerns the file or the project is left out: encodingDesc, revisionDesc, editionStmt,
     seriesStmt, fileDesc/extent, sponsors, funders and principals. Publisher and licence stand at the
     foot of the page and in the citation. Participants and settings are shown where they are told in
     prose; else they are data. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Before the correspondents: the title where the heading does not say it, the summary. -->
  <xsl:template match="teiHeader" mode="lp:record-begin">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="heading" as="xs:string" select="lp:letter-heading(xenoData/lp:letter[1])"/>
    <xsl:variable name="titles" as="element(title)*"
      select="fileDesc/titleStmt/title[not(@level = ('s', 'm', 'j') or @type = ('short', 'filing'))]"/>
    <!-- What the heading says already is not said again. -->
    <xsl:variable name="news" as="element(title)*" select="$titles[normalize-space()]
      [not(lp:is-said-otherwise(., $ui))]
      [not(contains(lp:flat($heading), lp:flat(lp:plain(.))))]"/>
    <xsl:sequence select="lpi:rows('record-title', $news, $ui)"/>
    <xsl:sequence select="lpi:rows('abstract', profileDesc/abstract/(if (p or ab or list) then *
      else .), $ui)"/>
  </xsl:template>

  <!-- After them. -->
  <xsl:template match="teiHeader" mode="lp:record-end">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letter" as="element(lp:letter)" select="xenoData/lp:letter[1]"/>
    <xsl:variable name="source" as="element(sourceDesc)*" select="fileDesc/sourceDesc"/>
    <!-- One witness is the source itself; several stand together. -->
    <xsl:variable name="witness" as="element(witness)?"
      select="$source/listWit/witness[count(../../listWit/witness) = 1]"/>
    <xsl:variable name="manuscripts" as="element(msDesc)*"
      select="$source/msDesc | $witness/msDesc"/>
    <xsl:variable name="prints" as="element()*" select="if (empty($manuscripts)) then ()
      else $source/(bibl | biblStruct | biblFull | listBibl)[matches(@type, 'print|edition', 'i')]"/>
    <xsl:variable name="languages" as="element(language)*"
      select="profileDesc/langUsage/language[normalize-space()]"/>

    <xsl:sequence select="lpi:row('language', if ($languages)
      then lpi:in-row($languages ! lp:plain(node()), $ui)
      else string($letter/@language), $ui)"/>
    <xsl:sequence select="lpi:rows('creation', profileDesc/creation, $ui)"/>
    <xsl:sequence select="lpi:rows('source', $source/(* except ($prints | msDesc))
      [not(. is $witness/..)] | $manuscripts/head | $witness/(* except msDesc)
      | $witness[text()[normalize-space()]], $ui)"/>
    <xsl:for-each select="$manuscripts">
      <xsl:apply-templates select="." mode="lp:record-end"/>
    </xsl:for-each>
    <xsl:sequence select="lpi:rows('prints', $prints, $ui)"/>
    <xsl:sequence select="lpi:rows('keywords', profileDesc/textClass/(keywords | classCode
      | catRef), $ui)"/>
    <xsl:sequence select="lpi:rows('circumstances', profileDesc/(particDesc | settingDesc | textDesc)
      /(p | ab), $ui)"/>
    <xsl:sequence select="lpi:rows('hands', profileDesc/handNotes/handNote, $ui)"/>
    <xsl:sequence select="lpi:rows('remarks', fileDesc/notesStmt/note, $ui)"/>
    <xsl:variable name="editors" as="xs:string*" select="distinct-values(
      fileDesc/titleStmt/editor/(if (name or persName or orgName)
        then (name | persName | orgName) else .)/lp:plain(node())[. ne ''])"/>
    <xsl:sequence select="lpi:row('editors', lpi:in-row($editors, $ui), $ui)"/>
    <xsl:apply-templates select="fileDesc/titleStmt[respStmt]" mode="lp:record-end"/>
  </xsl:template>

  <!-- Who did what: those who share a responsibility share its line. -->
  <xsl:template match="titleStmt" mode="lp:record-end">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <dt>{lp:label('responsibility', $ui)}</dt>
    <xsl:for-each-group select="respStmt[normalize-space()]"
      group-by="lp:plain(resp/node())">
      <dd>
        <xsl:sequence select="string-join((replace(current-grouping-key(), '[:\s]+$', '')[. ne ''],
          lpi:in-row(distinct-values(current-group()/(* except (resp | note | ptr | idno))
            ! lp:plain(node())[. ne '']), $ui)[. ne '']), ': ')"/>
        <xsl:apply-templates select="current-group()/note" mode="lp:html"/>
      </dd>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="msDesc" mode="lp:record-end">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lpi:rows('kept-at', msIdentifier, $ui)"/>
    <xsl:sequence select="lpi:rows('source-contents', msContents, $ui)"/>
    <xsl:sequence select="lpi:rows('description', physDesc/(* except (handDesc | sealDesc | additions
      | accMat)) | p | ab | msPart | msFrag, $ui)"/>
    <xsl:sequence select="lpi:rows('hands', physDesc/handDesc, $ui)"/>
    <xsl:sequence select="lpi:rows('seals', physDesc/sealDesc, $ui)"/>
    <xsl:sequence select="lpi:rows('additions', physDesc/additions, $ui)"/>
    <xsl:sequence select="lpi:rows('enclosures', physDesc/accMat, $ui)"/>
    <xsl:sequence select="lpi:rows('history', history/(if (* except (p | ab)) then * else .), $ui)"/>
    <xsl:sequence select="lpi:rows('copies', additional/surrogates, $ui)"/>
    <xsl:sequence select="lpi:rows('literature', additional/listBibl, $ui)"/>
    <xsl:sequence select="lpi:rows('fact', additional/(* except (surrogates | listBibl)), $ui)"/>
  </xsl:template>

  <!-- A row with words of ours or in one line. -->
  <xsl:function name="lpi:row" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:if test="$words ne ''">
      <dt>{lp:label($key, $ui)}</dt>
      <dd>{$words}</dd>
    </xsl:if>
  </xsl:function>

  <!-- A row with what the header has, each element a line; nothing for elements without words. -->
  <xsl:function name="lpi:rows" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="shown" as="element()*"
      select="$elements[normalize-space()][not(lp:is-said-otherwise(., $ui))]"/>
    <xsl:if test="exists($shown)">
      <dt>{lp:label($key, $ui)}</dt>
      <xsl:for-each select="$shown">
        <dd class="lp-source">
          <xsl:apply-templates select="." mode="lp:record-words">
            <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
            <xsl:with-param name="root" select="lp:root(string((ancestor::teiHeader[1]/xenoData
              /lp:letter)[1]/@href))" tunnel="yes"/>
            <xsl:with-param name="page" select="string((ancestor::teiHeader[1]/xenoData
              /lp:letter)[1]/@href)" tunnel="yes"/>
            <xsl:with-param name="anchors" select="false()" tunnel="yes"/>
          </xsl:apply-templates>
        </dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- An element as it is rendered everywhere; of a wrapper its content. -->
  <xsl:template match="*" mode="lp:record-words">
    <xsl:apply-templates select="." mode="lp:html"/>
  </xsl:template>

  <xsl:template match="title | abstract | creation | handNote | notesStmt/note | msDesc/head | accMat
    | keywords[not(list)] | classCode" mode="lp:record-words">
    <xsl:apply-templates select="@xml:lang" mode="lp:attributes"/>
    <xsl:call-template name="lp:joined"/>
  </xsl:template>

  <!-- The parts of an address of an archive run on in one line. -->
  <xsl:template match="msIdentifier//address | msIdentifier/location" mode="lp:html" priority="2">
    <span>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:joined"/>
    </span>
  </xsl:template>

  <!-- "a, b and c" -->
  <xsl:function name="lpi:in-row" as="xs:string">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="lp:names-in-row($words, $ui)"/>
  </xsl:function>

  <!-- Letters and digits only: for finding out whether the same has been said. -->
  <xsl:function name="lp:flat" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($text, '[^\p{L}\p{N}]+', ''))"/>
  </xsl:function>

  <!-- A header may say the same in several languages: siblings of one name, each with a language of
       its own. If the language of the interface is among them, the others are left out. -->
  <xsl:function name="lp:is-said-otherwise" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="exists($element/@xml:lang) and exists($element/ancestor::teiHeader)
      and not(lpi:primary($element/@xml:lang) = lpi:primary($ui))
      and exists(($element/preceding-sibling::* | $element/following-sibling::*)
        [node-name() = node-name($element)][string(@type) = string($element/@type)]
        [normalize-space()][@xml:lang][lpi:primary(@xml:lang) = lpi:primary($ui)])"/>
  </xsl:function>

  <xsl:function name="lpi:primary" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($tag, '[-_].*$', ''))"/>
  </xsl:function>

  <xsl:template match="teiHeader//*[@xml:lang]" mode="lp:html" priority="40">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="not(lp:is-said-otherwise(., $ui))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
