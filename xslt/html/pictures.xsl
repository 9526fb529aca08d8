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
      <xsl:if test="exists($table)">
        <details class="lp-picture-table">
          <summary>{lp:label('picture-as-table', $ui)}</summary>
          <xsl:sequence select="$table"/>
        </details>
      </xsl:if>
    </figure>
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
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 730 190" role="group"
            aria-label="{$title}">
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
