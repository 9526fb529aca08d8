<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of letters: by date, in calendars, by correspondent and by place of writing. A list that
     is longer than a page should be is divided, and its first page leads to the parts. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- By date. -->
  <xsl:template match="lp:page[@kind = 'letters']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('letters', $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'letters']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <header class="lp-page-head">
      <h1>{lp:label('letters', $ui)}</h1>
      <xsl:if test="number(@letters) gt 1">
        <p class="lp-page-count">{lp:counted('letter-count', xs:integer(@letters), $ui)}</p>
      </xsl:if>
    </header>
    <xsl:call-template name="lp:ways">
      <xsl:with-param name="current" select="'by-date'"/>
    </xsl:call-template>
    <xsl:apply-templates select="lp:timeline" mode="lp:picture"/>
    <xsl:choose>
      <xsl:when test="lp:parts">
        <section aria-labelledby="by-date">
          <h2 id="by-date" class="lp-section-title">{lp:label('by-date', $ui)}</h2>
          <xsl:apply-templates select="lp:parts" mode="lp:part-links"/>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <h2 id="by-date" class="lp-section-title">{lp:label('by-date', $ui)}</h2>
        <xsl:call-template name="lp:letter-parts"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'letters-part']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('letters', $ui) || ', ' || lpi:part-label(., $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'letters-part']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:call-template name="lp:site-breadcrumbs">
      <xsl:with-param name="up" select="string(@up)"/>
      <xsl:with-param name="up-label" select="lp:label('letters', $ui)"/>
      <xsl:with-param name="here" select="lpi:part-label(., $ui)"/>
    </xsl:call-template>
    <header class="lp-page-head">
      <h1>{lpi:part-label(., $ui)}</h1>
      <p class="lp-page-count">{
        lp:counted('letter-count', xs:integer(lp:part/@count), $ui)}</p>
    </header>
    <xsl:call-template name="lp:part-neighbours"/>
    <xsl:call-template name="lp:letter-parts"/>
    <xsl:call-template name="lp:part-neighbours">
      <xsl:with-param name="again" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="lpi:part-label" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence
      select="string(($part/@label[normalize-space()], lp:label('undated-letters', $ui))[1])"/>
  </xsl:function>

  <!-- Links to the pages of a divided list, each with its number of letters. -->
  <xsl:template match="lp:parts" mode="lp:part-links">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <ol class="lp-part-links">
      <xsl:for-each select="lp:part">
        <li>
          <a href="{$root}{@href}">{lpi:part-label(., $ui)}</a>
          <xsl:text> </xsl:text>
          <span class="lp-entry-count" title="{
            lp:counted('letter-count', xs:integer(@count), $ui)}">{
              lp:number(xs:integer(@count), $ui)}</span>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- A list that stands on one page: a table with a group of lines for each of several parts. -->
  <xsl:template name="lp:letter-parts">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="several" as="xs:boolean" select="count(lp:part) gt 1"/>
    <xsl:variable name="places" as="xs:boolean" select="exists(lp:part/lp:letter/lp:sent-place)"/>
    <div class="lp-table-frame" tabindex="0" role="group" aria-label="{lp:label('letters', $ui)}">
      <table class="lp-letters">
        <thead>
          <tr>
            <th scope="col" class="lp-cell-number">{lp:label('number-short', $ui)}</th>
            <th scope="col">{lp:label('date', $ui)}</th>
            <th scope="col">{lp:label('letter', $ui)}</th>
            <xsl:if test="$places">
              <th scope="col">{lp:label('written-at', $ui)}</th>
            </xsl:if>
          </tr>
        </thead>
        <xsl:for-each select="lp:part">
          <tbody>
            <xsl:if test="$several">
              <tr class="lp-part-row">
                <th scope="rowgroup" id="y-{@key}" class="lp-part-title"
                  colspan="{if ($places) then 4 else 3}">{lpi:part-label(., $ui)}</th>
              </tr>
            </xsl:if>
            <xsl:apply-templates select="lp:letter" mode="lp:letter-row">
              <xsl:with-param name="places" select="$places"/>
            </xsl:apply-templates>
          </tbody>
        </xsl:for-each>
      </table>
    </div>
  </xsl:template>

  <!-- A letter as a line of a table: number, date, heading, place. -->
  <xsl:template match="lp:letter" mode="lp:letter-row">
    <xsl:param name="places" as="xs:boolean"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <tr id="letter-{@id}">
      <td class="lp-cell-number">{@number}</td>
      <td class="lp-cell-date">{
        (lp:day-with-month(@date)[. ne ''], lp:label('undated', $ui))[1]}</td>
      <td>
        <a href="{$root}{@href}"><bdi>{
          lp:title-in-list((@heading, @title, @id)[normalize-space()][1])}</bdi></a>
        <xsl:if test="normalize-space(@title)">
          <xsl:text> </xsl:text>
          <bdi class="lp-contents-subtitle">{lp:title-in-list(@title)}</bdi>
        </xsl:if>
      </td>
      <xsl:if test="$places">
        <td class="lp-cell-place">
          <xsl:for-each select="lp:sent-place">
            <xsl:if test="position() gt 1">, </xsl:if>
            <bdi>{normalize-space()}</bdi>
          </xsl:for-each>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- All years and months. -->
  <xsl:template match="lp:page[@kind = 'calendar']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('calendar', $ui)"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'calendar']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="names" as="element(lp:month-name)*" select="lp:month-name"/>
    <header class="lp-page-head">
      <h1>{lp:label('calendar', $ui)}</h1>
    </header>
    <xsl:call-template name="lp:ways">
      <xsl:with-param name="current" select="'calendar'"/>
    </xsl:call-template>
    <div class="lp-table-frame" tabindex="0" role="group" aria-label="{lp:label('calendar', $ui)}">
      <table class="lp-months">
        <thead>
          <tr>
            <th scope="col">{lp:label('year', $ui)}</th>
            <xsl:for-each select="$names">
              <th scope="col"><abbr title="{.}">{@short}</abbr></th>
            </xsl:for-each>
            <th scope="col">{lp:label('total', $ui)}</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="lp:year">
            <xsl:variable name="year" as="element(lp:year)" select="."/>
            <tr>
              <th scope="row"><a href="{$root}{@href}">{@label}</a></th>
              <xsl:for-each select="lp:month">
                <td class="lp-level-{@level}">
                  <xsl:if test="@count ne '0'">
                    <a href="{$root}{$year/@href}#month-{@n}" title="{
                      $names[xs:integer(current()/@n)]} {$year/@label}: {
                      lp:counted('letter-count', xs:integer(@count), $ui)}">{@count}</a>
                  </xsl:if>
                </td>
              </xsl:for-each>
              <td class="lp-months-total">{lp:number(xs:integer(@count), $ui)}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- The days of a year. -->
  <xsl:template match="lp:page[@kind = 'calendar-year']" mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="lp:label('calendar', $ui) || ', ' || @label"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = 'calendar-year']" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="weekdays" as="element(lp:weekday)*" select="lp:weekday"/>
    <xsl:variable name="year" as="xs:string" select="string(@label)"/>
    <xsl:call-template name="lp:site-breadcrumbs">
      <xsl:with-param name="up" select="string(@up)"/>
      <xsl:with-param name="up-label" select="lp:label('calendar', $ui)"/>
      <xsl:with-param name="here" select="$year"/>
    </xsl:call-template>
    <header class="lp-page-head">
      <h1>{$year}</h1>
    </header>
    <xsl:call-template name="lp:part-neighbours"/>
    <div class="lp-calendar">
      <xsl:for-each select="lp:month[lp:day]">
        <section class="lp-month" id="month-{@n}">
          <table>
            <caption>{@label}</caption>
            <thead>
              <tr>
                <xsl:for-each select="$weekdays">
                  <th scope="col"><abbr title="{.}">{@short}</abbr></th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each-group select="lp:day" group-adjacent="(position() - 1) idiv 7">
                <tr>
                  <xsl:for-each select="current-group()">
                    <td>
                      <xsl:apply-templates select="." mode="lp:calendar-day"/>
                    </td>
                  </xsl:for-each>
                  <xsl:for-each select="1 to 7 - count(current-group())">
                    <td/>
                  </xsl:for-each>
                </tr>
              </xsl:for-each-group>
            </tbody>
          </table>
          <xsl:call-template name="lpi:without-day"/>
        </section>
      </xsl:for-each>
    </div>
    <xsl:for-each select="lp:month[@n = '0']">
      <xsl:call-template name="lpi:without-day"/>
    </xsl:for-each>
    <xsl:call-template name="lp:part-neighbours">
      <xsl:with-param name="again" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Letters of which only the month or the year is known lead to their place in the list. -->
  <xsl:template name="lpi:without-day">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="@without-day">
      <p class="lp-without-day">
        <a href="{$root}{@href}">{
          lp:counted(if (@n = '0') then 'without-month' else 'without-day',
            xs:integer(@without-day), $ui)}</a>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lp:day" mode="lp:calendar-day">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="lp:letters">
        <a href="{$root}{lp:letters/@href}" title="{
          (lp:letters/@heading[normalize-space()],
           lp:counted('letter-count', xs:integer(lp:letters/@count), $ui))[1]}">
          <xsl:text>{@n}</xsl:text>
          <xsl:if test="number(lp:letters/@count) gt 1">
            <sup>{lp:letters/@count}</sup>
          </xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise>{@n}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Correspondents and places of writing. -->
  <xsl:template match="lp:page[@kind = ('correspondents', 'written-at')]" mode="lp:page-title"
    as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="string-join((lp:label(lpi:parties-key(.), $ui),
      lp:initial[@current]/lpi:initial-label(.)), ', ')"/>
  </xsl:template>

  <xsl:function name="lpi:parties-key" as="xs:string">
    <xsl:param name="page" as="element(lp:page)"/>
    <xsl:sequence
      select="if ($page/@kind = 'correspondents') then 'correspondents' else 'places-of-writing'"/>
  </xsl:function>

  <xsl:template match="lp:page[@kind = ('correspondents', 'written-at')]" mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="title" as="xs:string" select="lp:label(lpi:parties-key(.), $ui)"/>
    <xsl:variable name="kind" as="xs:string" select="string(@kind)"/>
    <header class="lp-page-head">
      <h1>{$title}</h1>
      <p class="lp-page-count">{
        lp:counted(if ($kind = 'correspondents') then 'correspondent-count' else 'place-count',
          xs:integer(sum(lp:initial/@count)), $ui)}</p>
    </header>
    <xsl:call-template name="lp:ways">
      <xsl:with-param name="current"
        select="if ($kind = 'correspondents') then 'by-correspondent' else 'by-place'"/>
    </xsl:call-template>
    <xsl:call-template name="lp:initials"/>
    <xsl:for-each select="lp:initial[lp:party]">
      <section class="lp-initial-group">
        <h2 id="initial-{@key}" class="lp-initial">{lpi:initial-label(.)}</h2>
        <ul class="lp-register">
          <xsl:apply-templates select="lp:party" mode="lp:register-line"/>
        </ul>
      </section>
    </xsl:for-each>
    <xsl:for-each select="lp:unknown">
      <p class="lp-unknown-correspondents">
        <a href="{$root}{@href}">{lp:label('unknown-correspondents', $ui)}</a>
        <xsl:text> </xsl:text>
        <span class="lp-entry-count">{lp:number(xs:integer(@count), $ui)}</span>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="lp:party" mode="lp:register-line">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <li>
      <a class="lp-entry-name" href="{$root}{@href}"><bdi>{@name}</bdi></a>
      <xsl:if test="@dates[normalize-space()]">
        <xsl:text> </xsl:text>
        <span class="lp-entry-dates">{@dates}</span>
      </xsl:if>
      <xsl:text> </xsl:text>
      <span class="lp-entry-count">
        <xsl:text>{lp:counted('letter-count', xs:integer(@count), $ui)}</xsl:text>
        <xsl:if test="@from">, {lpi:years(.)}</xsl:if>
      </span>
    </li>
  </xsl:template>

  <xsl:function name="lpi:years" as="xs:string">
    <xsl:param name="party" as="element(lp:party)"/>
    <xsl:sequence select="string-join(distinct-values(($party/@from, $party/@to)), '–')"/>
  </xsl:function>

  <!-- One correspondent, one place of writing, or the letters without a correspondent. -->
  <xsl:template match="lp:page[@kind = ('correspondent', 'correspondent-part', 'place-of-writing',
    'place-of-writing-part', 'unknown-correspondents', 'unknown-correspondents-part')]"
    mode="lp:page-title" as="xs:string">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="string-join((
      (lp:party/@name, lp:label('unknown-correspondents', $ui))[1],
      lp:label('page-letters-of-party', $ui)[current()/lp:party],
      lpi:part-label(., $ui)[ends-with(current()/@kind, '-part')]), ' · ')"/>
  </xsl:template>

  <xsl:template match="lp:page[@kind = ('correspondent', 'correspondent-part', 'place-of-writing',
    'place-of-writing-part', 'unknown-correspondents', 'unknown-correspondents-part')]"
    mode="lp:page-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="is-place" as="xs:boolean" select="starts-with(@kind, 'place')"/>
    <xsl:variable name="is-part" as="xs:boolean" select="ends-with(@kind, '-part')"/>
    <xsl:variable name="name" as="xs:string"
      select="string((lp:party/@name, lp:label('unknown-correspondents', $ui))[1])"/>
    <xsl:call-template name="lp:site-breadcrumbs">
      <xsl:with-param name="up" select="string(@up)"/>
      <xsl:with-param name="up-label" select="if ($is-part) then $name
        else lp:label(if ($is-place) then 'places-of-writing' else 'correspondents', $ui)"/>
      <xsl:with-param name="here" select="if ($is-part) then lpi:part-label(., $ui) else $name"/>
    </xsl:call-template>
    <header class="lp-page-head">
      <p class="lp-letter-number">{
        lp:label(if ($is-place) then 'place-of-writing' else 'correspondent', $ui)}</p>
      <h1><bdi>{$name}</bdi></h1>
      <xsl:if test="lp:party/@dates[normalize-space()]">
        <p class="lp-letter-date">{lp:party/@dates}</p>
      </xsl:if>
      <xsl:apply-templates select="lp:party" mode="lp:party-account"/>
    </header>
    <xsl:if test="not($is-part)">
      <xsl:apply-templates select="lp:party[lp:partner]" mode="lp:partners"/>
    </xsl:if>
    <xsl:apply-templates select="lp:timeline" mode="lp:picture"/>
    <xsl:call-template name="lp:part-neighbours"/>
    <section aria-labelledby="lp-letters-title">
      <h2 id="lp-letters-title" class="lp-section-title">{
        string-join((lp:label('letters', $ui), lpi:part-label(., $ui)[$is-part]), ', ')}</h2>
      <xsl:choose>
        <xsl:when test="lp:part[@href]">
          <xsl:variable name="parts" as="element(lp:parts)">
            <lp:parts>
              <xsl:copy-of select="lp:part"/>
            </lp:parts>
          </xsl:variable>
          <xsl:apply-templates select="$parts" mode="lp:part-links"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="lp:letter-parts"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:call-template name="lp:part-neighbours">
      <xsl:with-param name="again" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "12 letters written, 3 received, 1863-1870", and the way to the register. -->
  <xsl:template match="lp:party" mode="lp:party-account">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <p class="lp-page-count">
      <xsl:text>{string-join((
        lp:counted('written-count', xs:integer(@sent), $ui)[current()/@sent ne '0'],
        lp:counted('received-count', xs:integer(@received), $ui)[current()/@received ne '0'],
        lpi:years(.)[current()/@from]), ', ')}</xsl:text>
      <xsl:if test="@entry">
        <xsl:text> · </xsl:text>
        <a href="{$root}{@entry}">{lp:label('entry-of-register', $ui)}</a>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="lp:party" mode="lp:partners">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <section aria-labelledby="lp-partners-title">
      <h2 id="lp-partners-title" class="lp-section-title">{lp:label('partners', $ui)}</h2>
      <ul class="lp-partners">
        <xsl:for-each select="lp:partner">
          <li>
            <a href="{$root}{@href}"><bdi>{.}</bdi></a>
            <xsl:text> </xsl:text>
            <span class="lp-entry-count" title="{
              lp:counted('letter-count', xs:integer(@count), $ui)}">{
                lp:number(xs:integer(@count), $ui)}</span>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:for-each select="lp:more-partners">
        <p class="lp-page-count">{lp:counted('more-partners', xs:integer(@count), $ui)}</p>
      </xsl:for-each>
    </section>
  </xsl:template>
</xsl:stylesheet>
