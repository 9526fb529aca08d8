<?xml version="1.0" encoding="UTF-8"?>
<!-- What makes a text a letter: its head and record on the page (TEI Guidelines 2.4.6 correspDesc)
     and its opening and closing parts (4.2 opener, closer, dateline, salute, signed). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Number, heading, date and places. -->
  <xsl:template match="lp:letter" mode="lp:letter-head">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="above" as="xs:string*" select="
      @number ! lp:label('letter-number', $ui, string(.)),
      lp:label('diplomatic-text', $ui)[$lp:view = 'diplomatic']"/>
    <xsl:if test="exists($above)">
      <p class="lp-letter-number">{string-join($above, ' · ')}</p>
    </xsl:if>
    <xsl:variable name="heading" as="xs:string" select="lp:letter-heading(.)"/>
    <xsl:variable name="own" as="element(head)?" select="lp:own-heading(ancestor::TEI[1])"/>
    <!-- A title that is a whole description is set smaller. -->
    <h1 class="lp-letter-heading{' lp-own-heading'[exists($own)]}{
      ' lp-long'[string-length($heading) gt 80]}{
      ' lp-very-long'[string-length($heading) gt 300]}">
      <xsl:choose>
        <xsl:when test="exists($own)">
          <xsl:call-template name="lp:text-language"/>
          <span>
            <xsl:apply-templates select="$own" mode="lp:attributes"/>
            <xsl:apply-templates select="$own/node()" mode="lp:html"/>
          </span>
        </xsl:when>
        <xsl:when test="lp:sender and lp:addressee
          and normalize-space(@heading) = lp:label('heading-to', $ui,
            (lp:people(lp:sender, $ui), lp:people(lp:addressee, $ui)))">
          <xsl:call-template name="lp:linked-heading"/>
        </xsl:when>
        <xsl:otherwise>{$heading}</xsl:otherwise>
      </xsl:choose>
    </h1>
    <p class="lp-letter-date">
      <xsl:variable name="comma" as="xs:string" select="lp:label('heading-dated', $ui, ('', ''))"/>
      <xsl:for-each select="lp:sent-place">
        <xsl:if test="position() gt 1">{$comma}</xsl:if>
        <xsl:apply-templates select="." mode="lp:linked"/>
      </xsl:for-each>
      <xsl:if test="lp:sent-place">{$comma}</xsl:if>
      <xsl:choose>
        <xsl:when test="lp:sent-date">
          <xsl:apply-templates select="lp:sent-date" mode="lp:linked"/>
        </xsl:when>
        <xsl:otherwise>{
          (lp:day-with-month(@date)[. ne ''], lp:label('undated', $ui))[1]}</xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:apply-templates select="." mode="lp:relations"/>
    <xsl:apply-templates select="." mode="lp:downloads"/>
  </xsl:template>

  <!-- It heads the page already. -->
  <xsl:template match="text//head[. is lp:own-heading(ancestor::TEI[1])]" mode="lp:html"
    priority="4"/>

  <!-- The heading again, with its names linked to the registers. -->
  <xsl:template name="lp:linked-heading">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letter" as="element(lp:letter)" select="."/>
    <xsl:analyze-string select="lp:label('heading-to', $ui)" regex="\{{([12])\}}">
      <xsl:matching-substring>
        <xsl:variable name="people" as="element()*"
          select="if (regex-group(1) = '1') then $letter/lp:sender else $letter/lp:addressee"/>
        <xsl:for-each select="$people">
          <xsl:if test="position() gt 1">
            <xsl:text>{
              if (position() = last()) then lp:list-last($ui) else lp:list-next($ui)
            }</xsl:text>
          </xsl:if>
          <xsl:apply-templates select="." mode="lp:linked"/>
        </xsl:for-each>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- Names in a row: "A, B and C". -->
  <xsl:function name="lp:people" as="xs:string">
    <xsl:param name="people" as="element()*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="$people ! normalize-space()"/>
    <xsl:sequence select="if (count($names) lt 2) then string($names)
      else string-join($names[position() lt last()], lp:list-next($ui))
        || lp:list-last($ui) || $names[last()]"/>
  </xsl:function>

  <!-- What stands between two names of a row, and before the last of them. -->
  <xsl:function name="lp:list-next" as="xs:string">
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="lp:label('list-next', $ui, ('', ''))"/>
  </xsl:function>

  <xsl:function name="lp:list-last" as="xs:string">
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="lp:label('list-last', $ui, ('', ''))"/>
  </xsl:function>

  <!-- A correspondent, place or date of the facts, linked where it has a page. It stands among words of
       ours, whose direction it does not touch. -->
  <xsl:template match="lp:sender | lp:addressee | lp:sent-place | lp:received-place | lp:relation
    | lp:party | lp:place" mode="lp:linked">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="lp:url(@href, $root, '')"/>
    <xsl:choose>
      <xsl:when test="exists($href)">
        <a href="{$href}">
          <xsl:call-template name="lp:inferred-title"/>
          <bdi>{normalize-space()}</bdi>
        </a>
      </xsl:when>
      <xsl:when test="@inferred">
        <span>
          <xsl:call-template name="lp:inferred-title"/>
          <bdi>{normalize-space()}</bdi>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <bdi>{normalize-space()}</bdi>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The square brackets of a fact that no correspDesc states are explained. -->
  <xsl:template name="lp:inferred-title">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="@inferred">
      <xsl:attribute name="class" select="'lp-inferred'"/>
      <xsl:attribute name="title" select="lp:label('inferred', $ui)"/>
    </xsl:if>
  </xsl:template>

  <!-- What the editor says of a step, or of the correspondence, in prose. -->
  <xsl:template match="lp:remark" mode="lp:linked">{normalize-space()}</xsl:template>

  <xsl:template match="lp:sent-date | lp:received-date | lp:date" mode="lp:linked">
    <time>
      <xsl:call-template name="lp:inferred-title"/>
      <xsl:if test="matches(@when, '^\d{4}(-\d\d(-\d\d)?)?$')">
        <xsl:attribute name="datetime" select="@when"/>
      </xsl:if>
      <xsl:text>{lp:day-with-month(normalize-space())}</xsl:text>
    </time>
  </xsl:template>

  <!-- The letters that this one answers or that belong to it. -->
  <xsl:template match="lp:letter" mode="lp:relations">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:for-each-group select="lp:relation" group-by="lp:relation-label(., $ui)">
      <div class="lp-relations">
        <p class="lp-label">{current-grouping-key()}</p>
        <ul>
          <xsl:for-each select="current-group()">
            <li>
              <xsl:apply-templates select="." mode="lp:linked"/>
            </li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The record below the text, and the files next to the page. -->
  <xsl:template match="lp:letter" mode="lp:downloads">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="name" as="xs:string"
      select="tokenize(@href, '/')[last()] => replace('\.html$', '')"/>
    <ul class="lp-letter-links">
      <li><a href="#lp-record">{lp:label('about-this-letter', $ui)}</a></li>
      <li><a href="#lp-cite">{lp:label('cite-link', $ui)}</a></li>
      <xsl:call-template name="lp:facsimile-link"/>
      <xsl:if test="$lp:other-view ne ''">
        <li>
          <a class="lp-other-view" href="{$root}{$lp:other-view}">{
            lp:label(if ($lp:view = 'reading') then 'diplomatic-text' else 'reading-text', $ui)}</a>
        </li>
      </xsl:if>
      <xsl:for-each select="tokenize($lp:downloads)[. = ('pdf', 'xml', 'txt')]">
        <li>
          <a class="lp-download" href="{$root}{$lp:up}letters/{$name}.{.}" type="{lpi:media-type(.)}">{
            lp:label('download-' || ., $ui)}</a>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- The record of the letter: correspondents, dates, places, source. -->
  <xsl:template match="lp:letter" mode="lp:letter-record">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <section class="lp-record" id="lp-record" aria-labelledby="lp-record-title">
      <h2 id="lp-record-title" class="lp-section-title">{lp:label('about-this-letter', $ui)}</h2>
      <dl>
        <xsl:apply-templates select="ancestor::teiHeader[1]" mode="lp:record-begin"/>
        <xsl:call-template name="lp:record-row">
          <xsl:with-param name="key" select="'sender'"/>
          <xsl:with-param name="facts" select="lp:sender"/>
        </xsl:call-template>
        <xsl:call-template name="lp:record-row">
          <xsl:with-param name="key" select="'addressee'"/>
          <xsl:with-param name="facts" select="lp:addressee"/>
        </xsl:call-template>
        <xsl:call-template name="lp:record-row">
          <xsl:with-param name="key" select="'sent-on'"/>
          <xsl:with-param name="facts" select="lp:sent-facts(.)"/>
        </xsl:call-template>
        <xsl:call-template name="lp:record-row">
          <xsl:with-param name="key" select="'received-on'"/>
          <xsl:with-param name="facts" select="lp:received-facts(.)"/>
        </xsl:call-template>
        <xsl:for-each select="lp:further-actions(.)">
          <xsl:call-template name="lp:record-row">
            <xsl:with-param name="key" select="lp:action-key(.)"/>
            <xsl:with-param name="facts" select="*"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="lp:record-row">
          <xsl:with-param name="key" select="'correspondence'"/>
          <xsl:with-param name="facts" select="lp:remark"/>
        </xsl:call-template>
        <xsl:if test="$lp:print-pages ne ''">
          <dt>{lp:label('in-print', $ui)}</dt>
          <dd>{lp:label('page', $ui, $lp:print-pages)}</dd>
        </xsl:if>
        <xsl:if test="*/@inferred">
          <dd class="lp-inferred-key">{lp:label('inferred', $ui)}</dd>
        </xsl:if>
        <xsl:apply-templates select="ancestor::teiHeader[1]" mode="lp:record-end"/>
      </dl>
    </section>
  </xsl:template>

  <xsl:function name="lpi:media-type" as="xs:string">
    <xsl:param name="extension" as="xs:string"/>
    <xsl:sequence select="if ($extension = 'xml') then 'application/tei+xml'
      else if ($extension = 'pdf') then 'application/pdf' else 'text/plain'"/>
  </xsl:function>

  <xsl:template name="lp:record-row">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="facts" as="element()*"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="exists($facts)">
      <dt>{lp:action-label($key, $ui)}</dt>
      <xsl:for-each select="$facts">
        <dd>
          <xsl:apply-templates select="." mode="lp:linked"/>
        </dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The wording for a kind of relation, told by @subtype or @type in the words of editions:
       "previous_letter" and "prev" are the letter before, "belongsToCorrespondence" names the
       correspondence; any other kind is a related letter. -->
  <xsl:function name="lp:relation-label" as="xs:string">
    <xsl:param name="relation" as="element(lp:relation)"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="labels" as="xs:string*">
      <xsl:for-each select="$relation/(@subtype, @type) ! replace(lower-case(.), '[_\s-]?letter$', '')">
        <xsl:variable name="key" as="xs:string" select="'relation-' || (
          if (. = ('previous', 'preceding')) then 'prev'
          else if (. = 'following') then 'next'
          else if (. = ('isanswerto', 'answerto', 'reply-to', 'replyto')) then 'answers'
          else .)"/>
        <xsl:sequence select="lp:label($key, $ui)[. ne $key]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="($labels, lp:label('relation', $ui))[1]"/>
  </xsl:function>

  <!-- Opening and closing. -->
  <xsl:template match="opener | closer | postscript" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="'lp-long'[current()/self::closer[lp:is-long(.)]]"/>
      </xsl:apply-templates>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <!-- Between blocks each has its own line; in running text it stays in the line. -->
  <xsl:template match="dateline | salute | signed | byline | stamp | accMat" mode="lp:html">
    <xsl:element name="{lp:movable-tag(.)}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="address" mode="lp:html">
    <xsl:element name="{if (lp:stands-alone(.)) then 'div' else lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- A line takes the calls of the notes that follow it with it. -->
  <xsl:template match="addrLine" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
      <xsl:apply-templates mode="lp:html"
        select="following-sibling::note[@lp:mark][lpi:line-called-in(.) is current()]">
        <xsl:with-param name="lpi:in-line" select="true()"/>
      </xsl:apply-templates>
    </xsl:element>
    <xsl:sequence select="lp:sign(' /'[lp:is-parted-line(current())]), ' '"/>
  </xsl:template>

  <xsl:template match="address/note[@lp:mark][lpi:line-called-in(.)]" mode="lp:html">
    <xsl:param name="lpi:in-line" as="xs:boolean" select="false()"/>
    <xsl:if test="$lpi:in-line">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- The line of an address that a note stands behind. -->
  <xsl:function name="lpi:line-called-in" as="element(addrLine)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/preceding-sibling::node()[self::* or normalize-space()]
      [not(self::note[@lp:mark])][1]/self::addrLine"/>
  </xsl:function>

  <xsl:template match="street | postCode | postBox" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
