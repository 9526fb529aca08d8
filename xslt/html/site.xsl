<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition itself, made from the edition index: title page and contents, the
     letters by date, correspondent and place, the registers, and the page for a wrong address. -->
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
    <xsl:variable name="ui" as="xs:string" select="(@lang[normalize-space()], 'en')[1]"/>
    <xsl:call-template name="lp:document">
      <xsl:with-param name="href" select="'index.html'"/>
      <xsl:with-param name="template" select="'index'"/>
      <xsl:with-param name="title" select="string(@title)"/>
      <xsl:with-param name="description"
        select="string((@subtitle[normalize-space()], @title)[1])"/>
      <xsl:with-param name="facts" select="." tunnel="yes"/>
      <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
    </xsl:call-template>
    <xsl:call-template name="lp:document">
      <xsl:with-param name="href" select="'letters.html'"/>
      <xsl:with-param name="template" select="'letters'"/>
      <xsl:with-param name="title" select="lp:label('letters', $ui)"/>
      <xsl:with-param name="facts" select="." tunnel="yes"/>
      <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
    </xsl:call-template>
    <xsl:call-template name="lp:document">
      <xsl:with-param name="href" select="'search.html'"/>
      <xsl:with-param name="template" select="'search'"/>
      <xsl:with-param name="title" select="lp:label('search', $ui)"/>
      <xsl:with-param name="facts" select="." tunnel="yes"/>
      <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
    </xsl:call-template>
    <xsl:call-template name="lp:document">
      <xsl:with-param name="href" select="'404.html'"/>
      <xsl:with-param name="template" select="'missing'"/>
      <xsl:with-param name="title" select="lp:label('page-missing', $ui)"/>
      <xsl:with-param name="root" select="$lp:site-path" tunnel="yes"/>
      <xsl:with-param name="facts" select="." tunnel="yes"/>
      <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:registers/lp:register" mode="lp:site">
      <xsl:with-param name="facts" select="." tunnel="yes"/>
      <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="lp:register" mode="lp:site">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:call-template name="lp:document">
      <xsl:with-param name="href" select="string(@href)"/>
      <xsl:with-param name="template" select="string(@kind)"/>
      <xsl:with-param name="title" select="lp:label(@kind, $ui)"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:entry" mode="lp:site"/>
  </xsl:template>

  <xsl:template match="lp:entry" mode="lp:site">
    <xsl:call-template name="lp:document">
      <xsl:with-param name="href" select="string(@href)"/>
      <xsl:with-param name="template" select="'entry'"/>
      <xsl:with-param name="title"
        select="string-join((@name, @dates[normalize-space()]), ', ')"/>
      <xsl:with-param name="description"
        select="string-join((@name, @dates[normalize-space()]), ', ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One file of the site. -->
  <xsl:template name="lp:document">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="template" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <xsl:param name="root" as="xs:string" tunnel="yes" select="lp:root($href)"/>
    <xsl:variable name="content" as="node()*">
      <xsl:choose>
        <xsl:when test="$template = 'index'">
          <xsl:call-template name="lp:index-content">
            <xsl:with-param name="root" select="$root" tunnel="yes"/>
            <xsl:with-param name="page" select="$href" tunnel="yes"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$template = 'letters'">
          <xsl:call-template name="lp:letters-content">
            <xsl:with-param name="root" select="$root" tunnel="yes"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$template = 'search'">
          <xsl:call-template name="lp:search-content">
            <xsl:with-param name="root" select="$root" tunnel="yes"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$template = 'missing'">
          <xsl:call-template name="lp:missing-content">
            <xsl:with-param name="root" select="$root" tunnel="yes"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$template = 'entry'">
          <xsl:apply-templates select="." mode="lp:entry-page">
            <xsl:with-param name="root" select="$root" tunnel="yes"/>
            <xsl:with-param name="page" select="$href" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="lp:register-page">
            <xsl:with-param name="root" select="$root" tunnel="yes"/>
            <xsl:with-param name="page" select="$href" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:result-document href="{iri-to-uri($href)}">
      <xsl:call-template name="lp:page">
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="description" select="$description"/>
        <xsl:with-param name="kind" select="$template"/>
        <xsl:with-param name="path" select="if ($template = 'missing') then '' else $href"/>
        <xsl:with-param name="content" select="$content"/>
        <xsl:with-param name="root" select="$root" tunnel="yes"/>
      </xsl:call-template>
    </xsl:result-document>
  </xsl:template>

  <!-- index.html: title page, contents, then preface and principles. An edition's own title page
       wins over the one made from the facts. -->
  <xsl:template name="lp:index-content">
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
                string-join(($facts/@publisher, $facts/@date)[normalize-space()], ', ')
              }</xsl:text>
            </p>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </header>
    <section class="lp-contents" id="lp-contents" aria-labelledby="lp-contents-title">
      <h2 id="lp-contents-title" class="lp-section-title">{lp:label('contents', $ui)}</h2>
      <xsl:if test="$parts/head[lp:plain(.) ne '']">
        <ul class="lp-contents-parts">
          <xsl:for-each select="$parts[@lp:id][head[lp:plain(.) ne '']]">
            <li><a href="#{@lp:id}">{lp:plain(head[1]/node())}</a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <ol class="lp-contents-letters">
        <xsl:apply-templates select="lp:letters/lp:letter" mode="lp:contents-line"/>
      </ol>
      <xsl:if test="lp:volumes/lp:volume">
        <ul class="lp-contents-parts">
          <xsl:for-each select="lp:volumes/lp:volume">
            <li>
              <a href="{$root}{@href}">{lp:label('volume', $ui, @title)}</a>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="lp:registers/lp:register">
        <ul class="lp-contents-parts">
          <xsl:for-each select="lp:registers/lp:register">
            <li>
              <a href="{$root}{@href}">{lp:label('index-' || @kind, $ui)}</a>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
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
        <a href="{$root}{@href}">{(@heading, @title, @id)[normalize-space()][1]}</a>
        <xsl:if test="normalize-space(@title) and not(@title = @heading)">
          <xsl:text> </xsl:text>
          <span class="lp-contents-subtitle">{@title}</span>
        </xsl:if>
      </span>
      <xsl:text> </xsl:text>
      <span class="lp-contents-date">{
        (@date[normalize-space()], lp:label('undated', $ui))[1]}</span>
    </li>
  </xsl:template>

  <!-- letters.html: by date, by correspondent, by place. -->
  <xsl:template name="lp:letters-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="lp:letters/lp:letter"/>
    <header class="lp-page-head">
      <h1>{lp:label('letters', $ui)}</h1>
      <nav class="lp-page-nav" aria-label="{lp:label('contents', $ui)}">
        <ul>
          <li><a href="#by-date">{lp:label('by-date', $ui)}</a></li>
          <li><a href="#by-correspondent">{lp:label('by-correspondent', $ui)}</a></li>
          <xsl:if test="$letters/lp:sent-place">
            <li><a href="#by-place">{lp:label('by-place', $ui)}</a></li>
          </xsl:if>
        </ul>
      </nav>
    </header>
    <section aria-labelledby="by-date">
      <h2 id="by-date" class="lp-section-title">{lp:label('by-date', $ui)}</h2>
      <div class="lp-table-frame" tabindex="0" role="group" aria-labelledby="by-date">
        <table class="lp-letters">
          <thead>
            <tr>
              <th scope="col" class="lp-cell-number">{lp:label('number-short', $ui)}</th>
              <th scope="col">{lp:label('date', $ui)}</th>
              <th scope="col">{lp:label('letter', $ui)}</th>
              <th scope="col">{lp:label('written-at', $ui)}</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$letters">
              <tr id="letter-{@id}">
                <td class="lp-cell-number">{@number}</td>
                <td class="lp-cell-date">{
                  (@date[normalize-space()], lp:label('undated', $ui))[1]}</td>
                <td>
                  <a href="{$root}{@href}">{(@heading, @title, @id)[normalize-space()][1]}</a>
                  <xsl:if test="normalize-space(@title) and not(@title = @heading)">
                    <xsl:text> </xsl:text>
                    <span class="lp-contents-subtitle">{@title}</span>
                  </xsl:if>
                </td>
                <td>{string-join(lp:sent-place ! normalize-space(), ', ')}</td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
    <section aria-labelledby="by-correspondent">
      <h2 id="by-correspondent" class="lp-section-title">{lp:label('by-correspondent', $ui)}</h2>
      <xsl:for-each-group select="$letters/(lp:sender | lp:addressee)"
        group-by="(@id, normalize-space())[1]">
        <xsl:sort select="lower-case(lp:sort-name(current-group()[1]))"
          collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <xsl:variable name="person" as="element()" select="current-group()[1]"/>
        <section class="lp-group">
          <h3>
            <xsl:apply-templates select="$person" mode="lp:linked"/>
          </h3>
          <xsl:call-template name="lp:letter-list">
            <xsl:with-param name="label" select="lp:label('letters-from', $ui)"/>
            <xsl:with-param name="letters" select="current-group()/self::lp:sender/.."/>
          </xsl:call-template>
          <xsl:call-template name="lp:letter-list">
            <xsl:with-param name="label" select="lp:label('letters-to', $ui)"/>
            <xsl:with-param name="letters" select="current-group()/self::lp:addressee/.."/>
          </xsl:call-template>
        </section>
      </xsl:for-each-group>
    </section>
    <xsl:if test="$letters/lp:sent-place">
      <section aria-labelledby="by-place">
        <h2 id="by-place" class="lp-section-title">{lp:label('by-place', $ui)}</h2>
        <xsl:for-each-group select="$letters/lp:sent-place" group-by="(@id, normalize-space())[1]">
          <xsl:sort select="lower-case(lp:sort-name(current-group()[1]))"
            collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <section class="lp-group">
            <h3>
              <xsl:apply-templates select="current-group()[1]" mode="lp:linked"/>
            </h3>
            <xsl:call-template name="lp:letter-list">
              <xsl:with-param name="letters" select="current-group()/.."/>
            </xsl:call-template>
          </section>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The name under which a correspondent or place is sorted: that of the register. -->
  <xsl:key name="lpi:entry" match="lp:entry" use="@id"/>

  <xsl:function name="lp:sort-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="string((
      $name/@id/key('lpi:entry', ., root($name))[@href = $name/@href]/@sort[normalize-space()],
      normalize-space($name))[1])"/>
  </xsl:function>

  <xsl:template name="lp:letter-list">
    <xsl:param name="label" as="xs:string" select="''"/>
    <xsl:param name="letters" as="element(lp:letter)*"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="exists($letters)">
      <xsl:if test="$label ne ''">
        <p class="lp-list-label">{$label}</p>
      </xsl:if>
      <ul class="lp-letter-list">
        <xsl:for-each select="$letters">
          <li>
            <a href="{$root}{@href}">{(@heading, @title, @id)[normalize-space()][1]}</a>
            <xsl:text> </xsl:text>
            <span class="lp-contents-date">{
              (@date[normalize-space()], lp:label('undated', $ui))[1]}</span>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- 404.html -->
  <xsl:template name="lp:missing-content">
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
