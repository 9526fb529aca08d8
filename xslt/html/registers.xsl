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

  <!-- The page of a register: its entries under their initials. -->
  <xsl:template match="lp:register" mode="lp:register-page">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="register" as="element(lp:register)" select="."/>
    <xsl:variable name="initials" as="xs:string*"
      select="distinct-values(lp:entry ! lp:initial(.))"/>
    <header class="lp-page-head">
      <h1>{lp:label(@kind, $ui)}</h1>
    </header>
    <xsl:if test="count(lp:entry) gt 24 and count($initials) le 40">
      <nav class="lp-initials" aria-label="{lp:label('initials', $ui)}">
        <ul>
          <xsl:for-each select="$initials">
            <li><a href="#{lpi:initial-id(.)}">{.}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
    <xsl:for-each-group select="lp:entry" group-by="lp:initial(.)">
      <section class="lp-initial-group">
        <h2 id="{lpi:initial-id(current-grouping-key())}" class="lp-initial">{
          current-grouping-key()}</h2>
        <ul class="lp-register lp-register-{$register/@kind}">
          <xsl:apply-templates select="current-group()" mode="lp:register-line"/>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The initial under which an entry stands: "Éluard" and "eliot" stand under E, what begins
       with no letter under "#". -->
  <xsl:function name="lp:initial" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="name" as="xs:string"
      select="string(($entry/@sort, $entry/@name)[normalize-space()][1])"/>
    <xsl:variable name="first" as="xs:string" select="upper-case(substring(
      replace(normalize-unicode($name, 'NFKD'), '[^\p{L}\p{N}]', ''), 1, 1))"/>
    <xsl:sequence select="if (matches($first, '\p{L}')) then $first else '#'"/>
  </xsl:function>

  <xsl:function name="lpi:initial-id" as="xs:string">
    <xsl:param name="initial" as="xs:string"/>
    <xsl:sequence select="'initial-' || (if ($initial = '#') then 'other' else $initial)"/>
  </xsl:function>

  <xsl:template match="lp:entry" mode="lp:register-line">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letters" as="xs:integer"
      select="count(distinct-values(lp:mention/@letter))"/>
    <li id="entry-{@id}">
      <a class="lp-entry-name" href="{$root}{@href}">{@name}</a>
      <xsl:if test="@dates[normalize-space()]">
        <xsl:text> </xsl:text>
        <span class="lp-entry-dates">{@dates}</span>
      </xsl:if>
      <xsl:if test="$letters gt 0">
        <xsl:text> </xsl:text>
        <span class="lp-entry-count" title="{lp:letter-count($letters, $ui)}">{$letters}</span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- "1 letter", "12 letters" -->
  <xsl:function name="lp:letter-count" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence
      select="lp:label(if ($count = 1) then 'letter-count-1' else 'letter-count', $ui,
        string($count))"/>
  </xsl:function>

  <!-- The page of an entry: name, facts, links to authority files, mentions by role. -->
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
    <nav class="lp-breadcrumbs" aria-label="{lp:label('breadcrumbs', $ui)}">
      <ol>
        <li><a href="{$root}index.html">{lp:edition-title(ancestor::lp:edition[1])}</a></li>
        <li><a href="{$root}{../@href}">{lp:label(../@kind, $ui)}</a></li>
        <li aria-current="page">{@name}</li>
      </ol>
    </nav>
    <article class="lp-entry lp-kind-{@kind}" id="{@id}">
      <header class="lp-page-head">
        <p class="lp-letter-number">{lp:label(@kind, $ui)}</p>
        <h1>{@name}</h1>
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
      <xsl:variable name="entry" as="element(lp:entry)" select="."/>
      <xsl:for-each select="'sender', 'addressee', 'mention', 'note'">
        <xsl:call-template name="lp:mentions">
          <xsl:with-param name="role" select="."/>
          <xsl:with-param name="mentions" select="$entry/lp:mention[@role = current()
            or (current() = 'mention' and not(@role = ('sender', 'addressee', 'note')))]"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="not(lp:mention)">
        <p class="lp-none">{lp:label('no-mentions', $ui)}</p>
      </xsl:if>
    </article>
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
                then replace(@href, '#.*$', '') else @href}">{@title}</a>
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
