<?xml version="1.0" encoding="UTF-8"?>
<!-- What volumes and registers say outside their letters and entries: prefaces, heads of chapters,
     words between letters, appendices. A volume is parted where its letters stand
     (mode lp:volume-parts), and the book prints each part in its place. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Addresses of the letters in the order in which the book has them; set to part a volume. -->
  <xsl:param name="lp:printed" as="xs:string*" select="()"/>

  <!-- The texts of registers, which stand before the entries of all. -->
  <xsl:function name="lp:register-texts" as="element(lp:volume)*">
    <xsl:param name="book" as="element(lp:volume)"/>
    <xsl:sequence select="$book/lp:volumes/lp:volume[TEI]"/>
  </xsl:function>

  <!-- The parts of volumes that stand before all letters, on pages with roman numbers. -->
  <xsl:function name="lp:front-parts" as="element(lp:volume-part)*">
    <xsl:param name="book" as="element(lp:volume)"/>
    <xsl:sequence
      select="$book/lp:text/lp:volume-part[@own-pages][empty(preceding-sibling::*[not(
        self::lp:volume-part[@own-pages])])]"/>
  </xsl:function>

  <!-- The prefix of all ids of a volume; the id of a register's text, and of a volume's first part. -->
  <xsl:function name="lp:volume-id" as="xs:string">
    <xsl:param name="volume" as="element()"/>
    <xsl:sequence select="'volume-' || $volume/@id"/>
  </xsl:function>

  <xsl:function name="lp:part-id" as="xs:string">
    <xsl:param name="part" as="element(lp:volume-part)"/>
    <xsl:sequence select="lp:volume-id($part)
      || (if ($part/@first) then '' else '-part-' || $part/@n)"/>
  </xsl:function>

  <!-- Where volumes are parted ......................................................... -->

  <!-- A prepared volume to its parts, in order: lp:volume-part with @at, how many letters of the book
       stand before it, and @own-pages where it begins pages of its own. A place between two letters
       parts the text when all letters before it in the source are printed before those behind it; what
       stands elsewhere follows the text of the place before, with the titles of the letters in
       their places. Where letters of other files are printed among those of the volume, no place
       between them parts it: then it is printed before and behind all letters. -->
  <xsl:template match="document-node()" mode="lp:volume-parts" as="element(lp:volume-part)*">
    <xsl:variable name="tei" as="element(TEI)" select="TEI"/>
    <xsl:variable name="letters" as="element(ab)*"
      select="$tei/text//ab[lpi:letter-place(.) = $lp:printed]"/>
    <xsl:variable name="at" as="xs:integer*"
      select="$letters ! index-of($lp:printed, lpi:letter-place(.))[1]"/>
    <xsl:variable name="count" as="xs:integer" select="count($letters)"/>
    <xsl:variable name="together" as="xs:boolean"
      select="$count gt 0 and max($at) - min($at) + 1 = $count"/>
    <!-- The number of letters before each place that parts the text. -->
    <xsl:variable name="places" as="xs:integer*" select="if (not($together)) then (0, $count)
      else (0, lpi:parting-places($at), $count)"/>
    <xsl:variable name="framed" as="map(xs:string, xs:boolean)"
      select="map:merge($letters/ancestor::* ! map { generate-id(.): true() },
        map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="front" as="element(front)?"
      select="$tei/text/front[$together][not($framed(generate-id(.)))]"/>
    <xsl:variable name="back" as="element(back)?"
      select="$tei/text/back[$together][not($framed(generate-id(.)))]"/>
    <xsl:variable name="pieces" as="element(lp:volume-part)*">
      <xsl:if test="$front">
        <lp:volume-part at="{min($at) - 1}" own-pages="true">
          <xsl:sequence select="lpi:part($tei, (), (), $tei/text/(* except $front), $framed,
            false())"/>
        </lp:volume-part>
      </xsl:if>
      <xsl:for-each select="distinct-values($places)">
        <xsl:sort select="."/>
        <xsl:variable name="place" as="xs:integer" select="."/>
        <xsl:variable name="next" as="xs:integer?" select="$places[. gt $place][1]"/>
        <xsl:variable name="from" as="element(ab)?" select="$letters[$place]"/>
        <xsl:variable name="to" as="element(ab)?" select="$letters[$next]"/>
        <xsl:variable name="inner" as="element(ab)*"
          select="$letters[position() gt $place and position() lt $next]"/>
        <!-- Titles of letters are needed where words stand between them, or where these do not follow. -->
        <xsl:variable name="listed" as="xs:boolean" select="$count gt 0 and not($together) or (some $n in 1 to count($inner)
          satisfies lpi:has-words(lpi:part($tei, $inner[$n], ($inner[$n + 1], $to)[1],
            ($front, $back), $framed, false())))"/>
        <lp:volume-part at="{if ($together) then min($at) - 1 + $place
          else if ($place = 0) then 0 else count($lp:printed)}">
          <xsl:if test="not($together)">
            <xsl:attribute name="own-pages" select="'true'"/>
          </xsl:if>
          <xsl:sequence select="lpi:part($tei, $from, if ($listed) then $to else ($inner, $to)[1],
            ($front, $back), $framed, $listed)"/>
        </lp:volume-part>
      </xsl:for-each>
      <xsl:if test="$back">
        <lp:volume-part at="{max($at)}" own-pages="true">
          <xsl:sequence select="lpi:part($tei, (), (), $tei/text/(* except $back), $framed,
            false())"/>
        </lp:volume-part>
      </xsl:if>
    </xsl:variable>
    <xsl:for-each select="$pieces[lpi:has-words(TEI)]">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:variable name="facts" as="element(lp:letter)" select="$tei/teiHeader/xenoData/lp:letter"/>
        <xsl:attribute name="id" select="$facts/@id"/>
        <xsl:attribute name="title" select="$facts/@title"/>
        <xsl:attribute name="n" select="position()"/>
        <xsl:if test="position() = 1">
          <xsl:attribute name="first" select="'true'"/>
        </xsl:if>
        <xsl:copy-of select="TEI"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>

  <!-- The address of the letter whose place this is, or nothing. -->
  <xsl:function name="lpi:letter-place" as="xs:string?">
    <xsl:param name="block" as="element(ab)"/>
    <xsl:sequence select="$block[@type = 'letter']/seg[@lp:generated]/ref/@lp:href/string()"/>
  </xsl:function>

  <!-- $at has for each letter of the source its place in print. The numbers of letters, in the
       source, before a place that parts those in print as well: (1, 2) of (4, 5, 7, 6). -->
  <xsl:function name="lpi:parting-places" as="xs:integer*">
    <xsl:param name="at" as="xs:integer*"/>
    <xsl:variable name="first" as="xs:integer" select="min($at)"/>
    <!-- Where so many are before the place, they are the first in print if the last of them is. -->
    <xsl:iterate select="$at[position() lt last()]">
      <xsl:param name="last" as="xs:integer" select="0"/>
      <xsl:variable name="now" as="xs:integer" select="max(($last, .))"/>
      <xsl:if test="$now - $first + 1 = position()">
        <xsl:sequence select="position()"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="last" select="$now"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="lpi:has-words" as="xs:boolean">
    <xsl:param name="part" as="element(TEI)?"/>
    <xsl:sequence
      select="exists($part/text[normalize-space() or .//graphic or .//ptr or .//formula])"/>
  </xsl:function>

  <!-- The text of a volume between the places of two letters, in the elements that stand around it.
       An element that began before has no id here, so that none stands twice. Where titles of letters
       are $listed, that of the second is there as well. -->
  <xsl:function name="lpi:part" as="element(TEI)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="from" as="element()?"/>
    <xsl:param name="to" as="element()?"/>
    <xsl:param name="without" as="element()*"/>
    <xsl:param name="framed" as="map(xs:string, xs:boolean)"/>
    <xsl:param name="listed" as="xs:boolean"/>
    <xsl:for-each select="$tei">
      <xsl:copy>
        <xsl:copy-of select="@*, teiHeader"/>
        <xsl:apply-templates select="text" mode="lp:volume-parts">
          <xsl:with-param name="from" select="$from" tunnel="yes"/>
          <xsl:with-param name="to" select="$to" tunnel="yes"/>
          <xsl:with-param name="without" select="$without" tunnel="yes"/>
          <xsl:with-param name="framed" select="$framed" tunnel="yes"/>
          <xsl:with-param name="listed" select="$listed" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="*" mode="lp:volume-parts">
    <xsl:param name="from" as="element()?" tunnel="yes"/>
    <xsl:param name="to" as="element()?" tunnel="yes"/>
    <xsl:param name="without" as="element()*" tunnel="yes"/>
    <xsl:param name="framed" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:param name="listed" as="xs:boolean" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="exists(. intersect $without) or . is $from or (. is $to and not($listed))"/>
      <xsl:when test="$framed(generate-id())">
        <xsl:variable name="content" as="node()*">
          <xsl:apply-templates mode="lp:volume-parts"/>
        </xsl:variable>
        <xsl:if test="self::text or $content[self::* or normalize-space()]">
          <xsl:copy>
            <xsl:copy-of select="if ($from and . &lt;&lt; $from)
              then @* except (@lp:id, @lp:mention, @xml:id) else @*"/>
            <xsl:attribute name="lp:frames" select="'true'"/>
            <xsl:sequence select="$content"/>
          </xsl:copy>
        </xsl:if>
      </xsl:when>
      <xsl:when test="($from and . &lt;&lt; $from) or ($to and . &gt;&gt; $to)"/>
      <xsl:otherwise>
        <xsl:copy-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="lp:volume-parts">
    <xsl:param name="from" as="element()?" tunnel="yes"/>
    <xsl:param name="to" as="element()?" tunnel="yes"/>
    <xsl:if test="not(($from and . &lt;&lt; $from) or ($to and . &gt;&gt; $to))">
      <xsl:copy/>
    </xsl:if>
  </xsl:template>

  <!-- How they are printed .............................................................. -->

  <!-- The text of a register, on pages of its own. -->
  <xsl:template match="lp:volume" mode="lp:volume-text">
    <xsl:call-template name="lp:own-pages">
      <xsl:with-param name="format" select="'1'"/>
      <xsl:with-param name="id" select="lp:volume-id(.)"/>
      <xsl:with-param name="titled" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The part of a volume that has pages of its own; the first begins with the volume's title, unless
       it has a title page. $format is that of the page numbers. -->
  <xsl:template match="lp:volume-part[@own-pages]" mode="lp:volume-text">
    <xsl:param name="format" as="xs:string" select="'1'"/>
    <xsl:call-template name="lp:own-pages">
      <xsl:with-param name="format" select="$format"/>
      <xsl:with-param name="id" select="lp:part-id(.)"/>
      <xsl:with-param name="titled" select="@first and not(TEI/text/front/titlePage)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lp:own-pages">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="titled" as="xs:boolean"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:page-sequence master-reference="text" format="{$format}" initial-page-number="auto-odd"
      xml:lang="{(lp:fo-language((TEI/text/@xml:lang, TEI/@xml:lang)[1]), $ui)[1]}">
      <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
      <xsl:call-template name="lp:static-content">
        <xsl:with-param name="edition" select="string(root()/lp:volume/@title)"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="lp:volume-words">
          <xsl:with-param name="id" select="$id"/>
          <xsl:with-param name="titled" select="$titled"/>
        </xsl:call-template>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- A part between letters; the attributes that part it from them are the caller's. -->
  <xsl:template match="lp:volume-part" mode="lp:volume-text" priority="-1">
    <xsl:call-template name="lp:volume-words">
      <xsl:with-param name="id" select="lp:part-id(.)"/>
      <xsl:with-param name="titled" select="exists(@first)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lp:volume-words">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="titled" as="xs:boolean"/>
    <xsl:variable name="title" as="xs:string" select="string(@title)"/>
    <xsl:if test="$titled">
      <fo:block xsl:use-attribute-sets="lp:part-heading" role="H1">
        <xsl:call-template name="lp:running-head">
          <xsl:with-param name="text" select="$title"/>
        </xsl:call-template>
        <xsl:text>{$title}</xsl:text>
      </fo:block>
    </xsl:if>
    <fo:block id="{$id}">
      <xsl:sequence select="lp:writing-mode(lp:direction(TEI), lp:direction-of-pages(.))"/>
      <!-- Between these bounds the audit reads; the attributes end before the formatter. -->
      <xsl:if test="$lp:audit">
        <xsl:attribute name="lp:letter" select="lp:volume-id(.)"/>
        <xsl:if test="self::lp:volume-part[not(@first)]">
          <xsl:attribute name="lp:continued" select="'true'"/>
        </xsl:if>
      </xsl:if>
      <!-- A block has areas on all its pages, so what heads within it say would not be found. -->
      <xsl:if test="not($titled) and self::lp:volume-part[@own-pages][empty(lp:opening-divisions(.))]">
        <xsl:call-template name="lp:running-head">
          <xsl:with-param name="text" select="$title"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="TEI/text" mode="lp:fo">
        <xsl:with-param name="prefix" select="lp:volume-id(.) || '-'" tunnel="yes"/>
      </xsl:apply-templates>
    </fo:block>
  </xsl:template>

  <!-- The divisions that open a part of the book: of a volume those of its front and back, and those
       that letters stand in; of the edition's own text the outer ones. -->
  <xsl:function name="lp:opens-part" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="exists($division[self::div or self::div1 or self::div2
      or self::div3 or self::div4 or self::div5 or self::div6 or self::div7][head]
      [if (ancestor::lp:volume-part) then @lp:frames or parent::front or parent::back
        else ../parent::text/parent::TEI/parent::lp:front])"/>
  </xsl:function>

  <xsl:function name="lp:opening-divisions" as="element()*">
    <xsl:param name="part" as="element(lp:volume-part)"/>
    <xsl:sequence select="$part/TEI/text//*[lp:opens-part(.)]"/>
  </xsl:function>

  <xsl:template match="*[lp:opens-part(.)][ancestor::lp:volume-part]" mode="lp:fo" priority="3">
    <xsl:variable name="part" as="element(lp:volume-part)" select="ancestor::lp:volume-part"/>
    <fo:block>
      <!-- It begins a page, unless what stands before it is the head that it stands under. -->
      <xsl:variable name="said" as="text()?" select="preceding::text()[normalize-space()][
        ancestor::text][ancestor::lp:volume-part[. is $part]][1]"/>
      <xsl:if test="$said[not(ancestor::head/.. intersect current()/ancestor::*)]">
        <xsl:attribute name="break-before" select="'page'"/>
      </xsl:if>
      <xsl:next-match/>
    </fo:block>
  </xsl:template>

  <xsl:template match="head[not(preceding-sibling::head)][lp:opens-part(..)]
    [ancestor::lp:volume-part]" mode="lp:fo" priority="5">
    <fo:block xsl:use-attribute-sets="lp:part-heading" role="H1">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:running-head">
        <xsl:with-param name="text" select="lp:plain(.)"/>
      </xsl:call-template>
      <xsl:call-template name="lp:second-id"/>
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <!-- In the place of a letter, or of an entry: words of ours, which the audit does not count. -->
  <xsl:template match="ref[@lp:link = 'internal'][not(@target)]
    [ancestor::lp:volumes or ancestor::lp:volume-part]" mode="lp:fo" priority="3">
    <xsl:variable name="id" as="xs:string"
      select="replace(@lp:href, '^letters/(.*)\.html$', '$1')"/>
    <fo:inline lp:aside="true">
      <xsl:next-match/>
      <xsl:if test="key('lpi:letter-by-id', $id)">
        <xsl:text> (</xsl:text>
        <fo:page-number-citation ref-id="{$id}"/>
        <xsl:text>)</xsl:text>
      </xsl:if>
    </fo:inline>
  </xsl:template>
</xsl:stylesheet>
