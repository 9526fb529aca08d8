<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: the frame that all pages share, and the page of a letter. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The frame. $facts is the lp:letter or the lp:edition that the page belongs to; $content is
       what stands in main; of the page of a text, which may be long, nothing is made before it is
       written: $shown is what main shows, in the mode of the page. All references count from the root
       of the site. -->
  <xsl:template name="lp:page">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="content" as="node()*" select="()"/>
    <xsl:param name="shown" as="element()?" select="()"/>
    <!-- Where the page stands, from the root of the pages in its language; empty for one that
         stands anywhere. -->
    <xsl:param name="path" as="xs:string" select="''"/>
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="edition" as="xs:string" select="lp:edition-title($facts)"/>
    <html lang="{$ui}" class="lp-no-script" data-lp-root="{$root}" data-lp-up="{$lp:up}"
      data-lp-path="{$path}">
      <xsl:if test="lp:is-right-to-left($ui)">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join(distinct-values(($title, $edition[normalize-space()])), ' · ')}</title>
        <xsl:if test="normalize-space($description)">
          <meta name="description" content="{normalize-space($description)}"/>
        </xsl:if>
        <!-- Small, and mostly there before the style sheet is, so that the page is drawn as the reader
             wishes; but no page waits for a script. -->
        <script async="async" src="{$root}{$lp:up}assets/js/wishes.js"/>
        <link rel="stylesheet" href="{$root}{$lp:up}{$lp:css}"/>
        <xsl:if test="$lp:own-css ne ''">
          <link rel="stylesheet" href="{$root}{$lp:up}{
            string-join(tokenize($lp:own-css, '/') ! encode-for-uri(.), '/')}"/>
        </xsl:if>
        <xsl:call-template name="lp:sharing">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="description" select="$description"/>
          <xsl:with-param name="kind" select="$kind"/>
          <xsl:with-param name="path" select="$path"/>
        </xsl:call-template>
        <link rel="contents" href="{$root}index.html"/>
        <xsl:apply-templates select="$facts/(lp:previous | lp:next)" mode="lp:head-link"/>
        <xsl:apply-templates select="$facts[$kind = 'letter']" mode="lp:head-citation"/>
        <script defer="defer" src="{$root}assets/js/words.js"/>
        <script defer="defer" src="{$root}{$lp:up}{$lp:script}"/>
        <xsl:call-template name="lp:language-links">
          <xsl:with-param name="path" select="$path"/>
        </xsl:call-template>
        <xsl:call-template name="lp:facsimile-script"/>
        <xsl:apply-templates select="$facts" mode="lp:hook-head"/>
      </head>
      <!-- Titles may be of any length, and the charset has to stand in the first 1,024 bytes. -->
      <body class="lp-page lp-page-{$kind}" data-lp-edition="{$edition}">
        <xsl:if test="$kind = ('letter', 'volume')">
          <xsl:attribute name="data-lp-title" select="$title"/>
          <xsl:attribute name="data-lp-number" select="$facts/@number"/>
        </xsl:if>
        <a class="lp-skip" href="#lp-text">{lp:label('skip-to-text', $ui)}</a>
        <header class="lp-site-header">
          <p class="lp-site-title">
            <a href="{$root}index.html"><bdi>{$edition}</bdi></a>
          </p>
          <nav class="lp-site-nav" aria-label="{lp:label('menu', $ui)}">
            <ul>
              <li><a href="{$root}index.html">{lp:label('return-to-book', $ui)}</a></li>
              <li>
                <a href="{$root}letters.html">
                  <xsl:if test="$kind = 'letters'">
                    <xsl:attribute name="aria-current" select="'page'"/>
                  </xsl:if>
                  <xsl:text>{lp:label('letters', $ui)}</xsl:text>
                </a>
              </li>
              <xsl:for-each select="$facts/(lp:register | lp:registers/lp:register)[@href]">
                <li>
                  <a href="{$root}{@href}">
                    <xsl:if test="$kind = @kind">
                      <xsl:attribute name="aria-current" select="'page'"/>
                    </xsl:if>
                    <xsl:text>{lp:label(@kind, $ui)}</xsl:text>
                  </a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
          <div class="lp-site-tools">
            <xsl:call-template name="lp:language-switch">
              <xsl:with-param name="path" select="$path"/>
            </xsl:call-template>
            <xsl:if test="$kind ne 'search'">
              <xsl:call-template name="lp:search-field"/>
            </xsl:if>
          </div>
        </header>
        <xsl:call-template name="lp:reader-tools">
          <xsl:with-param name="kind" select="$kind"/>
        </xsl:call-template>
        <main id="lp-text" class="lp-main">
          <xsl:sequence select="$content"/>
          <xsl:apply-templates select="$shown" mode="#current">
            <xsl:with-param name="page" select="string($shown/@href)" tunnel="yes"/>
          </xsl:apply-templates>
        </main>
        <footer class="lp-site-footer">
          <p>
            <a href="{$root}index.html"><bdi>{$edition}</bdi></a>
          </p>
          <xsl:apply-templates select="$facts" mode="lp:imprint"/>
          <xsl:apply-templates select="$facts" mode="lp:hook-footer"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="lp:edition-title" as="xs:string">
    <xsl:param name="facts" as="element()"/>
    <xsl:sequence select="string(($facts/self::lp:edition/@title, $facts/lp:edition/@title)[1])"/>
  </xsl:function>

  <xsl:template match="lp:previous" mode="lp:head-link">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <link rel="prev" href="{$root}{@href}" title="{@title}"/>
  </xsl:template>

  <xsl:template match="lp:next" mode="lp:head-link">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <link rel="next" href="{$root}{@href}" title="{@title}"/>
  </xsl:template>

  <!-- Editors, publisher and licence at the foot. A letter's page takes the licence from the
       edition, else from its own header. -->
  <xsl:template match="lp:edition | lp:letter" mode="lp:imprint">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="facts" as="element()" select="(self::lp:letter/lp:edition, .)[1]"/>
    <xsl:variable name="licence" as="element()?" select="
      (self::lp:letter/ancestor::teiHeader//publicationStmt//licence,
       self::lp:letter/ancestor::teiHeader//publicationStmt/availability)[normalize-space()][1]"/>
    <xsl:variable name="text" as="xs:string"
      select="(($facts/@licence, $licence/lp:plain(.))[normalize-space()] ! string(), '')[1]"/>
    <xsl:variable name="href" as="xs:string?"
      select="lp:safe-href(($facts/@licence-href, $licence/@target)[normalize-space()][1])"/>
    <xsl:if test="$facts/@editors[normalize-space()]">
      <p>{lp:label('edited-by', $ui, $facts/@editors)}</p>
    </xsl:if>
    <xsl:if test="$facts/@publisher[normalize-space()]">
      <p>{lp:label('published-by', $ui, $facts/@publisher)}</p>
    </xsl:if>
    <xsl:if test="$text ne '' or exists($href)">
      <p class="lp-licence">
        <xsl:text>{lp:label('licence', $ui)}: </xsl:text>
        <xsl:choose>
          <!-- A licence that is told at length is not all of it a link. -->
          <xsl:when test="exists($href) and string-length($text) le 80">
            <a rel="license" href="{$href}">{($text[. ne ''], $href)[1]}</a>
          </xsl:when>
          <xsl:when test="exists($href)">
            <xsl:text>{$text} </xsl:text>
            <a rel="license" href="{$href}">{replace($href, '^https?://', '')}</a>
          </xsl:when>
          <xsl:otherwise>{$text}</xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The page of a letter. -->
  <xsl:template match="/" mode="lp:letter-page">
    <xsl:apply-templates select="(TEI, descendant::TEI)[1]" mode="lp:letter-page"/>
  </xsl:template>

  <xsl:template match="TEI" mode="lp:letter-page">
    <xsl:variable name="letter" as="element(lp:letter)"
      select="(teiHeader/xenoData/lp:letter)[1]"/>
    <xsl:variable name="ui" as="xs:string"
      select="($letter/lp:edition/@lang[normalize-space()], $letter/@lang, 'en')[1]"/>
    <xsl:call-template name="lp:text-page">
      <xsl:with-param name="title" select="string-join((lp:letter-title($letter),
        lp:label('diplomatic-text', $ui)[$lp:view = 'diplomatic']), ' · ')"/>
      <xsl:with-param name="description" select="lp:letter-description($letter)"/>
      <xsl:with-param name="kind" select="'letter'"/>
      <xsl:with-param name="facts" select="$letter" tunnel="yes"/>
      <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The page of a volume: its title and the text that stands in no letter, with links to the
       letters in their places. -->
  <xsl:template match="/" mode="lp:volume-page">
    <xsl:apply-templates select="TEI" mode="lp:volume-page"/>
  </xsl:template>

  <xsl:template match="TEI" mode="lp:volume-page">
    <xsl:variable name="facts" as="element(lp:letter)" select="(teiHeader/xenoData/lp:letter)[1]"/>
    <xsl:call-template name="lp:text-page">
      <xsl:with-param name="title" select="string($facts/@title)"/>
      <xsl:with-param name="kind" select="'volume'"/>
      <xsl:with-param name="facts" select="$facts" tunnel="yes"/>
      <xsl:with-param name="ui" select="string($facts/lp:edition/@lang)" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The page of the text, a letter's or a volume's, that $facts describe; the mode says which. -->
  <xsl:template name="lp:text-page">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="facts" as="element(lp:letter)" tunnel="yes"/>
    <xsl:variable name="root" as="xs:string" select="lp:root($facts/@href)"/>
    <xsl:call-template name="lp:page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="description" select="$description"/>
      <xsl:with-param name="kind" select="$kind"/>
      <xsl:with-param name="path" select="if ($lp:view = 'diplomatic')
        then replace($facts/@href, '^letters/', 'diplomatic/') else string($facts/@href)"/>
      <xsl:with-param name="root" select="$root" tunnel="yes"/>
      <xsl:with-param name="shown" select="$facts"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="lp:letter-description" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="heading" as="xs:string" select="lp:letter-title($letter)"/>
    <xsl:variable name="title" as="xs:string" select="normalize-space($letter/@title)"/>
    <xsl:sequence select="string-join(distinct-values(($title[. ne ''], $heading)), '. ')"/>
  </xsl:function>

  <!-- Breadcrumbs, head, text, notes, account of the source, neighbours: in this order. -->
  <xsl:template match="lp:letter" mode="lp:letter-page">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:call-template name="lp:breadcrumbs">
      <xsl:with-param name="here" select="string(
        if (@number) then lp:label('letter-number', $ui, string(@number)) else @heading)"/>
    </xsl:call-template>
    <article class="lp-letter{' lp-keeps-lines'[lp:keeps-lines($lp:view)]}" id="lp-letter">
      <xsl:call-template name="lp:reading">
        <xsl:with-param name="head" as="element()">
          <header class="lp-letter-head">
            <xsl:apply-templates select="." mode="lp:letter-head"/>
          </header>
        </xsl:with-param>
        <xsl:with-param name="language" as="attribute()*">
          <xsl:call-template name="lp:text-language"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="lp:letter-record"/>
      <xsl:apply-templates select="." mode="lp:citation"/>
      <xsl:apply-templates select="." mode="lp:hook-after-letter"/>
    </article>
    <xsl:apply-templates select="." mode="lp:neighbours"/>
    <xsl:apply-templates select="." mode="lp:status"/>
    <xsl:apply-templates select="." mode="lp:cards"/>
  </xsl:template>

  <xsl:template match="lp:letter" mode="lp:volume-page">
    <xsl:call-template name="lp:breadcrumbs">
      <xsl:with-param name="here" select="string(@title)"/>
    </xsl:call-template>
    <article class="lp-letter lp-volume" id="lp-letter">
      <xsl:call-template name="lp:reading">
        <xsl:with-param name="head" as="element()">
          <header class="lp-letter-head">
            <h1 class="lp-letter-heading">{@title}</h1>
          </header>
        </xsl:with-param>
        <xsl:with-param name="language" as="attribute()*">
          <xsl:apply-templates mode="lp:attributes"
            select="ancestor::TEI[1]/text/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
        </xsl:with-param>
      </xsl:call-template>
    </article>
  </xsl:template>

  <!-- From the book by way of the letters and the part that a letter is in to the page itself. -->
  <xsl:template name="lp:breadcrumbs">
    <xsl:param name="here" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <nav class="lp-breadcrumbs" aria-label="{lp:label('breadcrumbs', $ui)}">
      <ol>
        <!-- An edition without a title is called by what it holds: once is enough. -->
        <xsl:if test="lp:edition-title(.) ne lp:label('letters', $ui)">
          <li><a href="{$root}index.html"><bdi>{lp:edition-title(.)}</bdi></a></li>
        </xsl:if>
        <li><a href="{$root}letters.html">{lp:label('letters', $ui)}</a></li>
        <xsl:for-each select="lp:part">
          <li><a href="{$root}{@href}"><bdi>{@title}</bdi></a></li>
        </xsl:for-each>
        <li aria-current="page"><bdi>{$here}</bdi></li>
      </ol>
    </nav>
  </xsl:template>

  <!-- The finished head, the text that these facts describe, the key to the signs in both, notes. -->
  <xsl:template name="lp:reading">
    <xsl:param name="head" as="element()"/>
    <xsl:param name="language" as="attribute()*"/>
    <xsl:variable name="tei" as="element(TEI)" select="ancestor::TEI[1]"/>
    <xsl:variable name="text" as="element()*">
      <xsl:apply-templates select="$tei/text" mode="lp:html"/>
    </xsl:variable>
    <xsl:sequence select="$head"/>
    <div class="lp-reading">
      <xsl:sequence select="$language, $text"/>
    </div>
    <xsl:call-template name="lp:sign-key">
      <xsl:with-param name="text" select="$head, $text"/>
    </xsl:call-template>
    <xsl:call-template name="lp:note-lists">
      <xsl:with-param name="within" select="$tei/text"/>
    </xsl:call-template>
    <xsl:call-template name="lp:sheet-list"/>
  </xsl:template>

  <!-- The language of the letter, where it is not that of the interface. -->
  <xsl:template name="lp:text-language">
    <xsl:param name="letter" as="element(lp:letter)" select="."/>
    <xsl:if test="matches($letter/@lang, '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$')">
      <xsl:attribute name="lang" select="$letter/@lang"/>
      <xsl:attribute name="dir" select="lp:direction($letter/ancestor::TEI[1])"/>
    </xsl:if>
  </xsl:template>

  <!-- Previous and next letter, of the edition and between the same correspondents. -->
  <xsl:template match="lp:letter" mode="lp:neighbours">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="lp:previous or lp:next">
      <nav class="lp-neighbours" aria-label="{lp:label('neighbours', $ui)}">
        <xsl:apply-templates select="lp:previous, lp:next" mode="lp:neighbours"/>
      </nav>
    </xsl:if>
    <xsl:if test="lp:correspondence">
      <nav class="lp-neighbours lp-neighbours-correspondence"
        aria-label="{lp:label('neighbours-correspondence', $ui)}">
        <p class="lp-neighbours-title">
          <xsl:text>{lp:label('place-in-correspondence', $ui, lp:correspondence !
            (@place, @count) ! lp:number(xs:integer(.), $ui))}</xsl:text>
        </p>
        <xsl:apply-templates mode="lp:neighbours"
          select="lp:previous-in-correspondence, lp:next-in-correspondence"/>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lp:previous | lp:previous-in-correspondence" mode="lp:neighbours">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <a class="lp-{local-name()}" rel="prev" href="{$root}{@href}">
      <span class="lp-neighbour-label">{lp:label('previous', $ui)}</span>
      <xsl:text> </xsl:text>
      <bdi class="lp-neighbour-title">{lp:day-with-month(@title)}</bdi>
    </a>
  </xsl:template>

  <xsl:template match="lp:next | lp:next-in-correspondence" mode="lp:neighbours">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <a class="lp-{local-name()}" rel="next" href="{$root}{@href}">
      <span class="lp-neighbour-label">{lp:label('next', $ui)}</span>
      <xsl:text> </xsl:text>
      <bdi class="lp-neighbour-title">{lp:day-with-month(@title)}</bdi>
    </a>
  </xsl:template>
</xsl:stylesheet>
