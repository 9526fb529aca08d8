<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures of the edition, drawn as SVG when it is built, each with a table that says the same. What
     stands where has been reckoned before; here it gets its words and its links. Colours are those
     of the page, by class. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns:math="http://www.w3.org/2005/xpath-functions/math"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The frame of a picture: it scrolls where the screen is narrow, and the table is folded. -->
  <xsl:template name="lp:picture">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="drawing" as="element()*"/>
    <xsl:param name="legend" as="node()*" select="()"/>
    <xsl:param name="table" as="node()*" select="()"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <figure class="lp-picture {$class}">
      <div class="lp-picture-frame" tabindex="0" role="group" aria-label="{$title}">
        <xsl:sequence select="$drawing"/>
      </div>
      <figcaption>
        <xsl:sequence select="$legend"/>
      </figcaption>
    </figure>
    <!-- In a figure nothing may follow its caption. -->
    <xsl:if test="exists($table)">
      <details class="lp-picture-table">
        <summary>{lp:label('picture-as-table', $ui)}</summary>
        <xsl:sequence select="$table"/>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- Letters by month, year, decade or century: a bar for each, as high as they are many. -->
  <xsl:template match="lp:timeline" mode="lp:picture">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="page" as="xs:string" tunnel="yes"/>
    <xsl:if test="count(lp:bar) gt 1">
      <xsl:variable name="title" as="xs:string" select="lp:label('timeline-' || @unit, $ui)"/>
      <xsl:variable name="most" as="xs:integer" select="xs:integer(@most)"/>
      <xsl:variable name="step" as="xs:integer" select="lpi:step($most)"/>
      <xsl:variable name="top" as="xs:integer" select="xs:integer(ceiling($most div $step)) * $step"/>
      <xsl:variable name="left" as="xs:integer" select="40"/>
      <xsl:variable name="width" as="xs:integer" select="680"/>
      <xsl:variable name="height" as="xs:integer" select="150"/>
      <xsl:variable name="pitch" as="xs:double" select="$width div count(lp:bar)"/>
      <xsl:variable name="gap" as="xs:double" select="min((6, $pitch * 0.25))"/>
      <!-- As many words below the bars as have room. -->
      <xsl:variable name="each" as="xs:integer"
        select="xs:integer(max((1, ceiling(52 div $pitch))))"/>
      <xsl:call-template name="lp:picture">
        <xsl:with-param name="class" select="'lp-timeline'"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="drawing" as="element()*">
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 730 190">
            <xsl:for-each select="0 to $top idiv $step">
              <xsl:variable name="y" as="xs:double"
                select="10 + $height * (1 - . * $step div $top)"/>
              <line class="lp-grid" x1="{$left}" x2="{$left + $width}" y1="{lpi:n($y)}"
                y2="{lpi:n($y)}"/>
              <text class="lp-scale" x="{$left - 6}" y="{lpi:n($y + 4)}" text-anchor="end">{
                lp:number(. * $step, $ui)}</text>
            </xsl:for-each>
            <xsl:for-each select="lp:bar">
              <xsl:variable name="x" as="xs:double" select="$left + (position() - 1) * $pitch"/>
              <xsl:variable name="count" as="xs:integer" select="xs:integer(@count)"/>
              <xsl:if test="$count gt 0">
                <a href="{lp:url(@href, $root, $page)}">
                  <title>{@label}: {lp:counted('letter-count', $count, $ui)}</title>
                  <rect class="lp-hit" x="{lpi:n($x)}" y="10" width="{lpi:n($pitch)}"
                    height="{$height}"/>
                  <rect class="lp-bar" x="{lpi:n($x + $gap div 2)}"
                    y="{lpi:n(10 + $height * (1 - $count div $top))}"
                    width="{lpi:n($pitch - $gap)}"
                    height="{lpi:n($height * $count div $top)}"/>
                </a>
              </xsl:if>
              <xsl:if test="@short and (../@unit = 'month' or (position() - 1) mod $each = 0)">
                <text class="lp-scale" x="{lpi:n($x + $pitch div 2)}" y="{$height + 28}"
                  text-anchor="middle">{@short}</text>
              </xsl:if>
            </xsl:for-each>
          </svg>
        </xsl:with-param>
        <xsl:with-param name="legend">{$title}</xsl:with-param>
        <xsl:with-param name="table">
          <table class="lp-figures">
            <thead>
              <tr>
                <th scope="col">{lp:label('date', $ui)}</th>
                <th scope="col" class="lp-figure">{lp:label('letters', $ui)}</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="lp:bar[@count ne '0']">
                <tr>
                  <th scope="row"><a href="{lp:url(@href, $root, $page)}">{@label}</a></th>
                  <td class="lp-figure">{lp:number(xs:integer(@count), $ui)}</td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The map of places. -->
  <xsl:template match="lp:page[@kind = 'map']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="string-join((lp:label('map', $ui), @number), ', ')"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'map']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <header class="lp-page-head">
      <h1>{lp:label('map', $ui)}</h1>
    </header>
    <xsl:call-template name="lp:ways">
      <xsl:with-param name="current" select="'map'"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:map" mode="lp:picture"/>
    <xsl:call-template name="lp:part-neighbours"/>
    <xsl:apply-templates select="lp:places" mode="lp:picture"/>
    <xsl:call-template name="lp:part-neighbours">
      <xsl:with-param name="again" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lp:map" mode="lp:picture">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="title" as="xs:string"
      select="lp:label(if (@extent = 'detail') then 'map-detail' else 'map-of-places', $ui)"/>
    <xsl:call-template name="lp:picture">
      <xsl:with-param name="class" select="'lp-map'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="drawing" as="element()*">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {@width} {@height}">
          <rect class="lp-sea" width="{@width}" height="{@height}"/>
          <xsl:for-each select="lp:land">
            <path class="lp-land" d="{@d}"/>
          </xsl:for-each>
          <!-- Small marks lie above large ones. -->
          <xsl:for-each select="lp:mark">
            <xsl:sort select="number(@r)" order="descending"/>
            <a href="{$root}{@href}">
              <title>{@name}: {lpi:mark-words(., $ui)}</title>
              <circle class="lp-mark-{@kind}" cx="{@x}" cy="{@y}" r="{@r}"/>
            </a>
          </xsl:for-each>
          <g class="lp-names" font-size="{@name-size}" aria-hidden="true">
            <xsl:apply-templates select="lp:mark/lp:label" mode="lp:picture"/>
          </g>
        </svg>
      </xsl:with-param>
      <xsl:with-param name="legend" as="node()*">
        <p>
          <xsl:text>{$title}</xsl:text>
        </p>
        <xsl:if test="@extent = 'whole'">
          <p>
            <xsl:if test="lp:mark[@kind = 'written']">
              <span class="lp-key lp-key-written"/>
              <xsl:text> {lp:label('map-written', $ui)} </xsl:text>
            </xsl:if>
            <xsl:if test="lp:mark[@kind = 'mentioned']">
              <span class="lp-key lp-key-mentioned"/>
              <xsl:text> {lp:label('map-mentioned', $ui)} </xsl:text>
            </xsl:if>
          </p>
          <p>{lp:label('map-size', $ui)} {lp:label('map-outline', $ui)[current()/lp:land]}</p>
        </xsl:if>
        <xsl:if test="@left">
          <p>{lp:counted('map-left', xs:integer(@left), $ui)}</p>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="lpi:mark-words" as="xs:string">
    <xsl:param name="mark" as="element()"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="string-join((
      lp:counted('written-count', xs:integer($mark/@written), $ui)[$mark/@written ne '0'],
      lp:counted('mentioning-count', xs:integer($mark/@mentioning), $ui)[
        $mark/@mentioning ne '0']), ', ')"/>
  </xsl:function>

  <!-- The name beside a mark, for the eye; who cannot see has it from the link. -->
  <xsl:template match="lp:mark/lp:label | lp:node/lp:label" mode="lp:picture">
    <text xmlns="http://www.w3.org/2000/svg" x="{@x}" y="{@y}" text-anchor="{@anchor}">{
      (text(), ../@name)[1]}</text>
  </xsl:template>

  <!-- All places that have coordinates. -->
  <xsl:template match="lp:places" mode="lp:picture">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <div class="lp-table-frame" tabindex="0" role="group" aria-label="{lp:label('places', $ui)}">
      <table class="lp-figures">
        <thead>
          <tr>
            <th scope="col">{lp:label('place', $ui)}</th>
            <th scope="col" class="lp-figure">{lp:label('written-letters', $ui)}</th>
            <th scope="col" class="lp-figure">{lp:label('mentioning-letters', $ui)}</th>
            <th scope="col" class="lp-figure">{lp:label('coordinates', $ui)}</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="lp:place">
            <tr>
              <th scope="row"><a href="{$root}{@href}"><bdi>{@name}</bdi></a></th>
              <td class="lp-figure">{lp:number(xs:integer(@written), $ui)[. ne '0']}</td>
              <td class="lp-figure">{lp:number(xs:integer(@mentioning), $ui)[. ne '0']}</td>
              <td class="lp-figure"><bdi dir="ltr">{@latitude}, {@longitude}</bdi></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:if test="@unplaced">
      <p class="lp-page-count">{lp:counted('map-unplaced', xs:integer(@unplaced), $ui)}</p>
    </xsl:if>
  </xsl:template>

  <!-- The network of correspondents. -->
  <xsl:template match="lp:page[@kind = 'network']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="string-join((lp:label('network', $ui), @number), ', ')"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'network']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <header class="lp-page-head">
      <h1>{lp:label('network', $ui)}</h1>
    </header>
    <xsl:call-template name="lp:ways">
      <xsl:with-param name="current" select="'network'"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:network" mode="lp:picture"/>
    <xsl:call-template name="lp:part-neighbours"/>
    <xsl:apply-templates select="lp:pairs" mode="lp:picture"/>
    <xsl:call-template name="lp:part-neighbours">
      <xsl:with-param name="again" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lp:network" mode="lp:picture">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="title" as="xs:string" select="lp:label('network-of-correspondents', $ui)"/>
    <xsl:call-template name="lp:picture">
      <xsl:with-param name="class" select="'lp-network'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="drawing" as="element()*">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {@width} {@height}">
          <xsl:for-each select="lp:edge">
            <line class="lp-edge" x1="{@x1}" y1="{@y1}" x2="{@x2}" y2="{@y2}"
              stroke-width="{@width}"/>
          </xsl:for-each>
          <xsl:for-each select="lp:node">
            <a href="{$root}{@href}">
              <title>{@name}: {lp:counted('letter-count', xs:integer(@count), $ui)}</title>
              <circle class="lp-node" cx="{@x}" cy="{@y}" r="{@r}"/>
            </a>
          </xsl:for-each>
          <g class="lp-names" font-size="{@name-size}" aria-hidden="true">
            <xsl:apply-templates select="lp:node/lp:label" mode="lp:picture"/>
          </g>
        </svg>
      </xsl:with-param>
      <xsl:with-param name="legend" as="node()*">
        <p>{lp:label('network-how', $ui)}</p>
        <xsl:if test="@left">
          <p>{lp:counted('network-left', xs:integer(@left), $ui)}</p>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lp:pairs" mode="lp:picture">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <div class="lp-table-frame" tabindex="0" role="group" aria-label="{
      lp:label('network-of-correspondents', $ui)}">
      <table class="lp-figures">
        <thead>
          <tr>
            <th scope="col">{lp:label('network-first', $ui)}</th>
            <th scope="col">{lp:label('network-second', $ui)}</th>
            <th scope="col" class="lp-figure">{lp:label('network-there', $ui)}</th>
            <th scope="col" class="lp-figure">{lp:label('network-back', $ui)}</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="lp:pair">
            <tr>
              <td><a href="{$root}{@one-href}"><bdi>{@one}</bdi></a></td>
              <td><a href="{$root}{@other-href}"><bdi>{@other}</bdi></a></td>
              <td class="lp-figure">{lp:number(xs:integer(@there), $ui)}</td>
              <td class="lp-figure">{lp:number(xs:integer(@back), $ui)}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- The edition in numbers. -->
  <xsl:template match="lp:page[@kind = 'statistics']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('statistics', $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'statistics']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <header class="lp-page-head">
      <h1>{lp:label('statistics', $ui)}</h1>
    </header>
    <xsl:call-template name="lp:ways">
      <xsl:with-param name="current" select="'statistics'"/>
    </xsl:call-template>
    <dl class="lp-numbers">
      <xsl:for-each select="lp:numbers/lp:number">
        <div>
          <dt>{lp:label(@key, $ui)}</dt>
          <dd>
            <xsl:choose>
              <xsl:when test="@href">
                <a href="{$root}{@href}"><bdi>{@title}</bdi></a>
                <xsl:if test="@words"> ({lp:counted('word-count', xs:integer(@words), $ui)})</xsl:if>
              </xsl:when>
              <xsl:otherwise>{lp:number(xs:integer(@value), $ui)}</xsl:otherwise>
            </xsl:choose>
          </dd>
        </div>
      </xsl:for-each>
    </dl>
    <xsl:apply-templates select="lp:timeline" mode="lp:picture"/>
    <div class="lp-rankings">
      <xsl:apply-templates select="lp:ranking" mode="lp:ranking"/>
    </div>
  </xsl:template>

  <!-- A table whose last column is drawn as well: picture and table in one. -->
  <xsl:template match="lp:ranking" mode="lp:ranking">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="title" as="xs:string" select="lp:label(@key, $ui)"/>
    <section class="lp-ranking" aria-labelledby="lp-ranking-{@key}">
      <h2 id="lp-ranking-{@key}" class="lp-section-title">{$title}</h2>
      <table class="lp-figures">
        <thead class="lp-only-heard">
          <tr>
            <th scope="col">{lp:label('name', $ui)}</th>
            <th scope="col">{lp:label(@unit, $ui)}</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="lp:row">
            <tr>
              <th scope="row">
                <xsl:choose>
                  <xsl:when test="@href">
                    <a href="{$root}{@href}"><bdi>{@name}</bdi></a>
                  </xsl:when>
                  <xsl:when test="@from and @to">{lp:label('length-from-to', $ui,
                    (@from, @to) ! lp:number(xs:integer(.), $ui))}</xsl:when>
                  <xsl:when test="@from">{lp:label('length-from', $ui,
                    lp:number(xs:integer(@from), $ui))}</xsl:when>
                  <xsl:otherwise>{(@name[normalize-space()], lp:label('language-unknown', $ui))[1]
                    }</xsl:otherwise>
                </xsl:choose>
              </th>
              <td class="lp-share">
                <span class="lp-share-bar" style="width: {@share}%"/>
                <span class="lp-share-number">{lp:number(xs:integer(@count), $ui)}</span>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- The distance of the lines of a scale: 1, 2 or 5 times a power of ten, for about four lines. -->
  <xsl:function name="lpi:step" as="xs:integer">
    <xsl:param name="most" as="xs:integer"/>
    <xsl:sequence select="(for $power in 0 to 9, $times in (1, 2, 5)
      return $times * xs:integer(math:pow(10, $power)))[. * 4 ge $most][1]"/>
  </xsl:function>

  <!-- A coordinate with one decimal. -->
  <xsl:function name="lpi:n" as="xs:string">
    <xsl:param name="number" as="xs:double"/>
    <xsl:sequence select="string(xs:decimal(round($number, 1)))"/>
  </xsl:function>
</xsl:stylesheet>
