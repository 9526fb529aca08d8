<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition itself: the frame of each, the title page with the ways into the
     edition, and the page for a wrong address. Lists, registers and pictures have modules of their
     own. The input is an lp:edition with one lp:page, whose @kind says what it shows. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="/" mode="lp:site">
    <xsl:apply-templates select="lp:edition" mode="lp:site"/>
  </xsl:template>

  <xsl:template match="lp:edition" mode="lp:site">
    <xsl:apply-templates select="lp:page" mode="lp:site">
      <xsl:with-param name="facts" select="." tunnel="yes"/>
      <xsl:with-param name="ui" select="(@lang[normalize-space()], 'en')[1]" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- One page. Its title and content come from the modes lp:page-title and lp:page-content. -->
  <xsl:template match="lp:page" mode="lp:site">
    <xsl:variable name="root" as="xs:string"
      select="if (@kind = 'missing') then $lp:site-path else lp:root(string(@href))"/>
    <xsl:variable name="title" as="item()*">
      <xsl:apply-templates select="." mode="lp:page-title"/>
    </xsl:variable>
    <xsl:call-template name="lp:page">
      <xsl:with-param name="title" select="string-join($title)"/>
      <xsl:with-param name="description">
        <xsl:apply-templates select="." mode="lp:page-description"/>
      </xsl:with-param>
      <xsl:with-param name="kind" select="string((self::*[@kind = 'register']/lp:register/@kind,
        @kind)[1])"/>
      <xsl:with-param name="path" select="string(@href)"/>
      <xsl:with-param name="root" select="$root" tunnel="yes"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:apply-templates select="." mode="lp:page-content">
          <xsl:with-param name="root" select="$root" tunnel="yes"/>
          <xsl:with-param name="page" select="string(@href)" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A page is called by its kind, for which there is a label. -->
  <xsl:template match="lp:page" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('page-' || @kind, $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'index']" mode="lp:page-title" as="xs:string">
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:sequence select="string($facts/@title)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'missing']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('page-missing', $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'search']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('search', $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'search']" mode="lp:page-content">
    <xsl:call-template name="lp:search-content"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'index']" mode="lp:page-description" as="xs:string">
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:sequence select="string(($facts/@subtitle[normalize-space()], $facts/@title)[1])"/>
  </xsl:template>

  <!-- The ways to the letters, above each of their pages; $current is the kind of the way. -->
  <xsl:template name="lp:ways">
    <xsl:param name="current" as="xs:string" select="''"/>
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="count($facts/lp:ways/lp:way) gt 1">
      <nav class="lp-ways" aria-label="{lp:label('ways', $ui)}">
        <ul>
          <xsl:for-each select="$facts/lp:ways/lp:way">
            <li>
              <a href="{$root}{@href}">
                <xsl:if test="@kind = $current">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:text>{lp:label(@kind, $ui)}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- From the book by way of a list to the page itself. -->
  <xsl:template name="lp:site-breadcrumbs">
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="up-label" as="xs:string"/>
    <xsl:param name="here" as="xs:string"/>
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <nav class="lp-breadcrumbs" aria-label="{lp:label('breadcrumbs', $ui)}">
      <ol>
        <xsl:if test="lp:edition-title($facts) ne $up-label">
          <li><a href="{$root}index.html"><bdi>{lp:edition-title($facts)}</bdi></a></li>
        </xsl:if>
        <li><a href="{$root}{$up}"><bdi>{$up-label}</bdi></a></li>
        <li aria-current="page"><bdi>{$here}</bdi></li>
      </ol>
    </nav>
  </xsl:template>

  <!-- The pages before and after, where a list is divided; below the list once more, where they are
       no landmark, of which two would have one name. -->
  <xsl:template name="lp:part-neighbours">
    <xsl:param name="again" as="xs:boolean" select="false()"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="lp:previous-part or lp:next-part">
      <xsl:element name="{if ($again) then 'div' else 'nav'}">
        <xsl:attribute name="class" select="'lp-parts-nav'"/>
        <xsl:if test="not($again)">
          <xsl:attribute name="aria-label" select="lp:label('parts', $ui)"/>
        </xsl:if>
        <xsl:for-each select="lp:previous-part">
          <a class="lp-part-previous" rel="prev" href="{$root}{@href}">{
            (@label[normalize-space()], @number ! lp:label('part-number', $ui, .),
              lp:label('undated', $ui))[1]}</a>
        </xsl:for-each>
        <xsl:for-each select="lp:next-part">
          <a class="lp-part-next" rel="next" href="{$root}{@href}">{
            (@label[normalize-space()], @number ! lp:label('part-number', $ui, .),
              lp:label('undated', $ui))[1]}</a>
        </xsl:for-each>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- index.html: title page, contents, then preface and principles. An edition's own title page
       wins over the one made from the facts. -->
  <xsl:template match="lp:page[@kind = 'index']" mode="lp:page-content">
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="text" as="element(text)?" select="(lp:front//text)[1]"/>
    <xsl:variable name="title-page" as="element(titlePage)?" select="($text//titlePage)[1]"/>
    <xsl:variable name="parts" as="element()*" select="$text/(front | body | back)/(* except
      titlePage)[normalize-space()]"/>
    <header class="lp-title-page">
      <xsl:choose>
        <xsl:when test="$title-page">
          <xsl:if test="not($title-page//docTitle[normalize-space()])">
            <h1>{$facts/@title}</h1>
          </xsl:if>
          <xsl:apply-templates select="$title-page" mode="lp:html"/>
        </xsl:when>
        <xsl:otherwise>
          <h1>{$facts/@title}</h1>
          <xsl:if test="$facts/@subtitle[normalize-space()]">
            <p class="lp-subtitle">{$facts/@subtitle}</p>
          </xsl:if>
          <xsl:if test="$facts/@editors[normalize-space()]">
            <p class="lp-editors">{lp:label('edited-by', $ui, $facts/@editors)}</p>
          </xsl:if>
          <xsl:if test="($facts/@publisher | $facts/@date)[normalize-space()]">
            <p class="lp-publisher">
              <xsl:text>{
                string-join(($facts/@publisher, $facts/@date)[normalize-space()],
                  lp:label('heading-dated', $ui, ('', '')))
              }</xsl:text>
            </p>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </header>
    <xsl:call-template name="lp:index-ways">
      <xsl:with-param name="parts" select="$parts"/>
    </xsl:call-template>
    <xsl:if test="exists($parts)">
      <div class="lp-reading lp-edition-text">
        <xsl:apply-templates select="$text/ancestor-or-self::*[@xml:lang][1]/@xml:lang"
          mode="lp:attributes"/>
        <xsl:apply-templates select="$parts" mode="lp:html"/>
      </div>
    </xsl:if>
    <xsl:call-template name="lp:note-lists">
      <xsl:with-param name="within" select="$text"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What the title page leads to: preface and principles, the letters themselves or the years
       they are of, the other ways, the registers. -->
  <xsl:template name="lp:index-ways">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <section class="lp-contents" id="lp-contents" aria-labelledby="lp-contents-title">
      <h2 id="lp-contents-title" class="lp-section-title">{lp:label('contents', $ui)}</h2>
      <xsl:if test="$parts/head[lp:plain(.) ne '']">
        <ul class="lp-contents-parts">
          <xsl:for-each select="$parts[@lp:id][head[lp:plain(.) ne '']]">
            <li><a href="#{@lp:id}">{lp:plain(head[1]/node())}</a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="lp:letters/lp:letter">
        <ol class="lp-contents-letters">
          <xsl:apply-templates select="lp:letters/lp:letter" mode="lp:contents-line"/>
        </ol>
      </xsl:if>
      <xsl:if test="lp:parts/lp:part">
        <p class="lp-contents-total">{lp:counted('letter-count', xs:integer(@letters), $ui)}</p>
        <xsl:apply-templates select="lp:parts" mode="lp:part-links"/>
      </xsl:if>
      <xsl:if test="lp:volumes/lp:volume">
        <ul class="lp-contents-parts">
          <xsl:for-each select="lp:volumes/lp:volume">
            <li>
              <a href="{$root}{@href}">{lp:label('volume', $ui, @title)}</a>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <div class="lp-contents-ways">
        <xsl:if test="count($facts/lp:ways/lp:way) gt 1">
          <div>
            <h3 class="lp-contents-title-of-ways">{lp:label('letters', $ui)}</h3>
            <ul class="lp-contents-parts">
              <xsl:for-each select="$facts/lp:ways/lp:way">
                <li><a href="{$root}{@href}">{lp:label(@kind, $ui)}</a></li>
              </xsl:for-each>
            </ul>
          </div>
        </xsl:if>
        <xsl:if test="lp:register-counts/lp:register-count">
          <div>
            <h3 class="lp-contents-title-of-ways">{lp:label('registers', $ui)}</h3>
            <ul class="lp-contents-parts">
              <xsl:for-each select="lp:register-counts/lp:register-count">
                <li>
                  <a href="{$root}{@href}">{lp:label('index-' || @kind, $ui)}</a>
                  <xsl:text> </xsl:text>
                  <span class="lp-entry-count">{lp:number(xs:integer(@count), $ui)}</span>
                </li>
              </xsl:for-each>
            </ul>
          </div>
        </xsl:if>
      </div>
    </section>
  </xsl:template>

  <!-- The title of the book is the page's heading. -->
  <xsl:template match="titlePage//docTitle" mode="lp:html" priority="3">
    <xsl:choose>
      <xsl:when test="ancestor::lp:front and not(preceding::docTitle[ancestor::lp:front])">
        <h1>
          <xsl:apply-templates select="." mode="lp:attributes"/>
          <xsl:for-each select="node()[normalize-space()]">
            <xsl:choose>
              <xsl:when test="self::titlePart">
                <span>
                  <xsl:apply-templates select="." mode="lp:attributes"/>
                  <xsl:apply-templates mode="lp:html"/>
                </span>
                <xsl:text> </xsl:text>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="." mode="lp:html"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </h1>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A line of the contents: number, heading, place and date. -->
  <xsl:template match="lp:letter" mode="lp:contents-line">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <li>
      <span class="lp-contents-number">{@number}</span>
      <xsl:text> </xsl:text>
      <span class="lp-contents-title">
        <a href="{$root}{@href}"><bdi>{
          lp:title-in-list((@heading, @title, @id)[normalize-space()][1])}</bdi></a>
        <xsl:if test="normalize-space(@title) and not(@title = @heading)">
          <xsl:text> </xsl:text>
          <bdi class="lp-contents-subtitle">{lp:title-in-list(@title)}</bdi>
        </xsl:if>
      </span>
      <xsl:text> </xsl:text>
      <span class="lp-contents-date">{
        (lp:day-with-month(@date)[. ne ''], lp:label('undated', $ui))[1]}</span>
    </li>
  </xsl:template>

  <!-- 404.html -->
  <xsl:template match="lp:page[@kind = 'missing']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <header class="lp-page-head">
      <h1>{lp:label('page-missing', $ui)}</h1>
    </header>
    <p>{lp:label('page-missing-text', $ui)}</p>
    <p>
      <a href="{$root}index.html">{lp:label('return-to-book', $ui)}</a>
    </p>
  </xsl:template>
</xsl:stylesheet>
