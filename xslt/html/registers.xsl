<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers of persons, places, organisations, events and works: lists of them inside a text
     (TEI Guidelines 14.2), the register pages and one page for each entry. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Lists inside a text. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listObject" mode="lp:html">
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

  <xsl:template match="person | personGrp | place | org | event | object" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:joined"/>
    </div>
  </xsl:template>

  <!-- The page of a register: its entries under their initials, or the way to them. -->
  <xsl:template match="lp:page[@kind = 'register']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="string-join((lp:label(lp:register/@kind, $ui),
      lp:register/lp:initial[@current]/lpi:initial-label(.)), ', ')"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'register']" mode="lp:page-content">
    <xsl:apply-templates select="lp:register" mode="lp:register-page"/>
  </xsl:template>

  <xsl:template match="lp:register" mode="lp:register-page">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="register" as="element(lp:register)" select="."/>
    <header class="lp-page-head">
      <h1>{lp:label(@kind, $ui)}</h1>
      <xsl:if test="number(@count) gt 1">
        <p class="lp-page-count">{lp:counted('entry-count', xs:integer(@count), $ui)}</p>
      </xsl:if>
    </header>
    <xsl:call-template name="lp:initials"/>
    <xsl:for-each select="lp:initial[lp:entry]">
      <section class="lp-initial-group">
        <h2 id="initial-{@key}" class="lp-initial">{lpi:initial-label(.)}</h2>
        <ul class="lp-register lp-register-{$register/@kind}">
          <xsl:apply-templates select="lp:entry" mode="lp:register-line"/>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- The initials of a list: places on this page, or pages of their own with what they hold. -->
  <xsl:template name="lp:initials">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="divided" as="xs:boolean" select="exists(lp:initial/@href)"/>
    <xsl:if test="$divided or sum(lp:initial/@count) gt 24">
      <nav class="lp-initials" aria-label="{lp:label('initials', $ui)}">
        <ul>
          <xsl:for-each select="lp:initial">
            <li>
              <a href="{if (@href) then $root || @href else '#initial-' || @key}">
                <xsl:if test="@current">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:if test="$divided">
                  <xsl:attribute name="title"
                    select="lp:counted('entry-count', xs:integer(@count), $ui)"/>
                </xsl:if>
                <xsl:text>{lpi:initial-label(.)}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- "S", or "S 2" where one initial has more than a page. -->
  <xsl:function name="lpi:initial-label" as="xs:string">
    <xsl:param name="initial" as="element(lp:initial)"/>
    <xsl:sequence select="string-join(($initial/@label, $initial/@number), ' ')"/>
  </xsl:function>

  <xsl:template match="lp:entry" mode="lp:register-line">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letters" as="xs:integer" select="xs:integer((@letters, '0')[1])"/>
    <li id="entry-{@id}">
      <a class="lp-entry-name" href="{$root}{@href}"><bdi>{lpi:entry-name(.)}</bdi></a>
      <xsl:if test="@dates[normalize-space()]">
        <xsl:text> </xsl:text>
        <span class="lp-entry-dates">{@dates}</span>
      </xsl:if>
      <xsl:if test="$letters gt 0">
        <xsl:text> </xsl:text>
        <span class="lp-entry-count" title="{lp:counted('letter-count', $letters, $ui)}">{
          lp:number($letters, $ui)}</span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- In an alphabet persons stand as they are sorted: "Mao, Zedong" is found under M. -->
  <xsl:function name="lpi:entry-name" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="string(($entry[@kind = 'person']/@sort, $entry/@name)[normalize-space()][1])"/>
  </xsl:function>

  <!-- The page of an entry: name, facts, links to authority files, mentions by role. -->
  <xsl:template match="lp:page[@kind = 'entry']" mode="lp:page-title" as="xs:string">
    <xsl:sequence select="string-join((lp:register/lp:entry/(@name, @dates[normalize-space()]),
      @number), ', ')"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'entry'][not(@number)]" mode="lp:page-description"
    as="xs:string">
    <xsl:sequence
      select="string-join(lp:register/lp:entry/(@name, @dates[normalize-space()]), ', ')"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'entry']" mode="lp:page-content">
    <xsl:apply-templates select="lp:register/lp:entry" mode="lp:entry-page"/>
    <xsl:call-template name="lp:part-neighbours"/>
  </xsl:template>

  <xsl:template match="lp:entry" mode="lp:entry-page">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="record" as="element()?" select="*[not(self::lp:*)][1]"/>
    <!-- A record in running words (an item of a list, a bibl with its own punctuation) is read as it
         stands; one of elements alone is a list of facts. -->
    <xsl:variable name="in-words" as="xs:boolean" select="exists($record/text()[normalize-space()])"/>
    <xsl:variable name="facts" as="node()*">
      <xsl:if test="not($in-words)">
        <xsl:apply-templates select="$record/*" mode="lp:facts"/>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="lp:site-breadcrumbs">
      <xsl:with-param name="up" select="string(../@href)"/>
      <xsl:with-param name="up-label" select="lp:label(../@kind, $ui)"/>
      <xsl:with-param name="here" select="string(@name)"/>
    </xsl:call-template>
    <article class="lp-entry lp-kind-{@kind}" id="{@id}">
      <header class="lp-page-head">
        <p class="lp-letter-number">{lp:label(@kind, $ui)}</p>
        <h1><bdi>{@name}</bdi></h1>
        <xsl:if test="@dates[normalize-space()]">
          <p class="lp-letter-date">{@dates}</p>
        </xsl:if>
      </header>
      <xsl:if test="$in-words">
        <div class="lp-entry-record">
          <xsl:apply-templates select="$record/node()" mode="lp:html">
            <xsl:with-param name="page" select="''" tunnel="yes"/>
          </xsl:apply-templates>
        </div>
      </xsl:if>
      <xsl:if test="exists($facts) or lp:idno[normalize-space()]">
        <dl class="lp-facts">
          <!-- Facts of one kind in a row share their label. -->
          <xsl:for-each-group select="$facts" group-starting-with="*:dt">
            <xsl:variable name="at" as="xs:integer" select="position()"/>
            <xsl:variable name="before" as="node()?"
              select="$facts[self::*:dt][$at - 1]"/>
            <xsl:sequence select="current-group()[not(self::*:dt and string() = $before)]"/>
          </xsl:for-each-group>
          <xsl:if test="lp:idno[normalize-space()]">
            <dt>{lp:label('authorities', $ui)}</dt>
            <xsl:apply-templates select="lp:idno" mode="lp:facts"/>
          </xsl:if>
        </dl>
      </xsl:if>
      <xsl:call-template name="lp:note-lists">
        <xsl:with-param name="within" select="$record"/>
      </xsl:call-template>
      <xsl:apply-templates select="ancestor::lp:page[1]/lp:list" mode="lp:linked"/>
      <xsl:variable name="entry" as="element(lp:entry)" select="."/>
      <xsl:for-each select="'sender', 'addressee', 'mention', 'note'">
        <xsl:call-template name="lp:mentions">
          <xsl:with-param name="role" select="."/>
          <xsl:with-param name="mentions" select="$entry/lp:mention[@role = current()
            or (current() = 'mention' and not(@role = ('sender', 'addressee', 'note')))]"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="not(lp:mention) and not(ancestor::lp:page[1]/lp:list)">
        <p class="lp-none">{lp:label('no-mentions', $ui)}</p>
      </xsl:if>
    </article>
  </xsl:template>

  <!-- The way from an entry to all letters of the person, or written at the place. -->
  <xsl:template match="lp:list" mode="lp:linked">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <p class="lp-entry-list">
      <a href="{$root}{@href}">{lp:label('entry-' || @kind, $ui)}</a>
      <xsl:text> </xsl:text>
      <span class="lp-entry-count">{lp:counted('letter-count', xs:integer(@count), $ui)}</span>
    </p>
  </xsl:template>

  <!-- The mentions of one role, letter by letter. -->
  <xsl:template name="lp:mentions">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="mentions" as="element(lp:mention)*"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="exists($mentions)">
      <section class="lp-mentions lp-mentions-{$role}" aria-labelledby="lp-mentions-{$role}">
        <h2 id="lp-mentions-{$role}" class="lp-section-title">{lp:label('as-' || $role, $ui)}</h2>
        <ul>
          <xsl:for-each-group select="$mentions" group-by="string(@letter)">
            <li>
              <a href="{$root}{if (current-group()[2] or normalize-space())
                then replace(@href, '#.*$', '') else @href}"><bdi>{
                  lp:day-with-month(@title)}</bdi></a>
              <xsl:if test="current-group()[normalize-space()]">
                <ul class="lp-contexts">
                  <xsl:for-each select="current-group()[normalize-space()]">
                    <li>
                      <a class="lp-context" href="{$root}{@href}">
                        <xsl:apply-templates mode="lp:linked"/>
                      </a>
                    </li>
                  </xsl:for-each>
                </ul>
              </xsl:if>
            </li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lp:hit" mode="lp:linked">
    <mark>{.}</mark>
  </xsl:template>

  <xsl:template match="lp:mention/text()" mode="lp:linked">{.}</xsl:template>

  <xsl:template match="lp:idno" mode="lp:facts">
    <xsl:variable name="href" as="xs:string?" select="lp:safe-href(@href)"/>
    <xsl:if test="normalize-space()">
      <dd>
        <xsl:if test="@type">{@type} </xsl:if>
        <xsl:choose>
          <xsl:when test="exists($href)">
            <a class="lp-external" rel="external" href="{$href}">{normalize-space()}</a>
          </xsl:when>
          <xsl:otherwise>{normalize-space()}</xsl:otherwise>
        </xsl:choose>
      </dd>
    </xsl:if>
  </xsl:template>

  <!-- Facts of a record. Identifiers are shown as lp:idno, the first name is the page's title. -->
  <xsl:template match="idno | head" mode="lp:facts"/>

  <xsl:template match="persName | placeName | orgName | eventName | label | name | objectName
    | settlement | country | region | geogName | title" mode="lp:facts">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="name" as="xs:string" select="lp:plain(node())"/>
    <xsl:if test="$name ne '' and $name ne ancestor::lp:entry[1]/@name">
      <xsl:call-template name="lp:fact">
        <xsl:with-param name="key" select="
          if (self::country or self::region or self::settlement) then local-name()
          else 'other-name'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Everything else that has words: under its own label where there is one. -->
  <xsl:template match="*" mode="lp:facts" priority="-1">
    <xsl:if test="normalize-space() or (self::birth | self::death)[@when]">
      <xsl:call-template name="lp:fact">
        <xsl:with-param name="key" select="'fact-' || local-name()"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lp:fact">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="label" as="xs:string" select="lp:label($key, $ui)"/>
    <dt>{if ($label = $key) then lp:label('fact', $ui) else $label}</dt>
    <dd>
      <xsl:apply-templates select="@xml:lang" mode="lp:attributes"/>
      <xsl:choose>
        <xsl:when test="self::listBibl">
          <xsl:apply-templates select="." mode="lp:html"/>
        </xsl:when>
        <xsl:when test="normalize-space()">
          <!-- The parts of a name are no list. -->
          <xsl:call-template name="lp:joined">
            <xsl:with-param name="separator"
              select="if (forename or surname or roleName or addName) then ' ' else ', '"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>{@when}</xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:template>
</xsl:stylesheet>
