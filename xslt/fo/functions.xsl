<?xml version="1.0" encoding="UTF-8"?>
<!-- Questions that several FO modules ask of an element: does it need a line, how does print set what
     @rend asks for, where does its link go. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Does a place without words (the end of a line or page, an anchor) stand between two blocks?
       There it needs no line: <p>one</p><pb/><p>two</p>. -->
  <xsl:function name="lp:parts-blocks" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="words" as="function(*)" select="function($e as element()) as xs:boolean {
      not($e/(self::lb | self::pb | self::cb | self::gb | self::fw | self::anchor | self::milestone
        | self::space)) }"/>
    <xsl:sequence select="lp:is-between-blocks($place)
      and (every $neighbour in ($place/preceding-sibling::*[$words(.)][1],
        $place/following-sibling::*[$words(.)][1])
        satisfies lp:is-block($neighbour) or lp:has-blocks($neighbour))"/>
  </xsl:function>

  <!-- Is the element nested so deeply in others that are set in from the margin that another step
       would leave its lines no room? -->
  <xsl:function name="lp:is-deep" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="count($element/ancestor::*[self::list or self::quote or self::q
      or self::said or self::floatingText or self::epigraph or self::argument]) ge 8"/>
  </xsl:function>

  <!-- The indents of what surrounds it, for an element that is nested too deeply for its own. -->
  <xsl:function name="lp:deep-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="lp:is-deep($element)">
      <xsl:attribute name="start-indent" select="'from-parent(start-indent)'"/>
      <xsl:attribute name="end-indent" select="'from-parent(end-indent)'"/>
    </xsl:if>
  </xsl:function>

  <!-- At most so many signs, cut at a word: lp:shortened('To be or not to be', 9) gives
       "To be or …". -->
  <xsl:function name="lp:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:sequence select="if (string-length($text) le $most) then $text
      else replace(substring($text, 1, $most), '[\s,;:]+\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- The part of a language tag that FOP reads: "de-AT" and "de" stay, "zh-Hans-CN" gives "zh-CN",
       and what is no tag gives nothing. -->
  <xsl:function name="lp:fo-language" as="xs:string?">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(string($tag), '[-_]')"/>
    <xsl:if test="matches($parts[1], '^[A-Za-z]{2,3}$')">
      <xsl:variable name="region" as="xs:string?"
        select="$parts[position() gt 1][matches(., '^[A-Za-z]{2}$')][1]"/>
      <xsl:sequence select="string-join((lower-case($parts[1]), $region ! upper-case(.)), '-')"/>
    </xsl:if>
  </xsl:function>

  <!-- The id of a letter in the edition; of what a volume says outside its letters that of the
       volume in print. -->
  <xsl:function name="lp:letter-id" as="xs:string">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:sequence select="string(($letter/(parent::lp:volume-part, parent::lp:volume) ! lp:volume-id(.),
      $letter/teiHeader/xenoData/lp:letter/@id, $letter/@xml:id, 'text')[1])"/>
  </xsl:function>

  <xsl:key name="lpi:letter-by-href" match="TEI"
    use="string(teiHeader/xenoData/lp:letter/@href)"/>
  <xsl:key name="lpi:letter-by-id" match="TEI" use="lp:letter-id(.)"/>
  <xsl:key name="lpi:target" match="*[@lp:id or @lp:mention][ancestor::text]"
    use="(@lp:id, @lp:mention) ! (lp:letter-id(current()/ancestor::TEI[1]) || '-' || .)"/>
  <xsl:key name="lpi:entry-by-href" match="lp:entry" use="string(@href)"/>

  <!-- The id in this document that a reference to the site means, or nothing: in the book
       "letters/b.html#note-3" gives "b-note-3", and "persons/mao.html" the entry's id. -->
  <xsl:function name="lp:destination" as="xs:string?">
    <xsl:param name="context" as="node()"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:variable name="root" as="document-node()" select="root($context)"/>
    <xsl:variable name="page" as="xs:string" select="replace(string($href), '#.*$', '')"/>
    <xsl:variable name="fragment" as="xs:string" select="substring-after($href, '#')"/>
    <xsl:variable name="letter" as="element(TEI)?" select="
      if ($page = '') then $context/ancestor-or-self::TEI[1]
      else key('lpi:letter-by-href', $page, $root)[1]"/>
    <xsl:choose>
      <xsl:when test="string($href) = ''"/>
      <xsl:when test="$letter">
        <xsl:variable name="id" as="xs:string" select="lp:letter-id($letter)"/>
        <xsl:sequence select="if (key('lpi:target', $id || '-' || $fragment, $root))
          then $id || '-' || $fragment else $id"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="key('lpi:entry-by-href', $page, $root)[1] ! lp:entry-id(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The id of a register's entry in the book. -->
  <xsl:function name="lp:entry-id" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="'register-' || $entry/@kind || '-' || $entry/@id"/>
  </xsl:function>

  <!-- id, xml:lang, the direction, and what @rend asks for. $prefix comes before every id, so that letters do not
       meet in the book. -->
  <xsl:template match="*" mode="lp:fo-attributes" as="attribute()*">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string?" select="(@lp:mention, @lp:id)[1]/string()"/>
    <xsl:if test="exists($id)">
      <xsl:attribute name="id" select="$prefix || $id"/>
    </xsl:if>
    <xsl:for-each select="lp:fo-language(@xml:lang)">
      <xsl:attribute name="xml:lang" select="."/>
    </xsl:for-each>
    <xsl:sequence select="lp:turned(.)"/>
    <xsl:if test="local-name() = $lpi:lines">
      <xsl:sequence select="lp:line-attributes(.)"/>
    </xsl:if>
    <xsl:sequence select="lp:rendition-attributes(.)"/>
  </xsl:template>

  <!-- Elements that are broken into lines. -->
  <xsl:variable name="lpi:lines" as="xs:string*"
    select="'p', 'ab', 'note', 'item', 'l', 'cell', 'head', 'quote', 'q'"/>

  <!-- FOP mixes up the parts of a word that it breaks in a line with right-to-left letters, and
       gives a picture in a line no more room than the line has, unless it is told. Between lines
       with ruby is room for it. -->
  <xsl:function name="lp:line-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element//ruby">
      <xsl:attribute name="line-height" select="'1.7'"/>
    </xsl:if>
    <xsl:if test="matches($element, '[' || $lpi:right-to-left || ']')">
      <xsl:attribute name="hyphenate" select="'false'"/>
    </xsl:if>
    <xsl:if test="$element//graphic">
      <xsl:attribute name="line-stacking-strategy" select="'max-height'"/>
    </xsl:if>
  </xsl:function>

  <!-- Is there anything in @rend that print sets? Kinds of script (Latin letters within Kurrent) and
       places on the sheet are told in no way of their own. -->
  <xsl:function name="lp:is-rendered" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence
      select="exists(lp:renditions($element)[not(. = ('latin', 'kurrent', 'margin'))])"/>
  </xsl:function>

  <xsl:function name="lp:rendition-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="lp:renditions($element)">
      <xsl:choose>
        <xsl:when test=". = 'italic'">
          <xsl:attribute name="font-style" select="'italic'"/>
        </xsl:when>
        <xsl:when test=". = 'upright'">
          <xsl:attribute name="font-style" select="'normal'"/>
        </xsl:when>
        <xsl:when test=". = 'bold'">
          <xsl:attribute name="font-weight" select="'bold'"/>
        </xsl:when>
        <xsl:when test=". = ('underline', 'double-underline', 'wavy')">
          <xsl:attribute name="text-decoration" select="'underline'"/>
        </xsl:when>
        <xsl:when test=". = 'overline'">
          <xsl:attribute name="text-decoration" select="'overline'"/>
        </xsl:when>
        <xsl:when test=". = 'strike'">
          <xsl:attribute name="text-decoration" select="'line-through'"/>
        </xsl:when>
        <xsl:when test=". = 'superscript'">
          <xsl:attribute name="baseline-shift" select="'0.35em'"/>
          <xsl:attribute name="font-size" select="'68%'"/>
        </xsl:when>
        <xsl:when test=". = 'subscript'">
          <xsl:attribute name="baseline-shift" select="'sub'"/>
          <xsl:attribute name="font-size" select="'70%'"/>
        </xsl:when>
        <xsl:when test=". = 'spaced'">
          <!-- The families called "Spaced" are not kerned: FOP cannot do both. -->
          <xsl:attribute name="font-family" select="$lp:font-family || ' Spaced'"/>
          <xsl:attribute name="letter-spacing" select="'0.12em'"/>
        </xsl:when>
        <xsl:when test=". = 'caps'">
          <xsl:attribute name="text-transform" select="'uppercase'"/>
        </xsl:when>
        <xsl:when test=". = 'typewriter'">
          <xsl:attribute name="font-family" select="$lp:typewriter-family"/>
          <xsl:attribute name="font-size" select="'88%'"/>
        </xsl:when>
        <xsl:when test=". = 'larger'">
          <xsl:attribute name="font-size" select="'120%'"/>
        </xsl:when>
        <xsl:when test=". = 'smaller'">
          <xsl:attribute name="font-size" select="'85%'"/>
        </xsl:when>
        <xsl:when test=". = 'boxed'">
          <xsl:attribute name="border" select="'solid 0.5pt black'"/>
        </xsl:when>
        <xsl:when test=". = 'center'">
          <xsl:attribute name="text-align" select="'center'"/>
        </xsl:when>
        <xsl:when test=". = 'right'">
          <xsl:attribute name="text-align" select="'end'"/>
        </xsl:when>
        <xsl:when test=". = 'left'">
          <xsl:attribute name="text-align" select="'start'"/>
        </xsl:when>
        <xsl:when test=". = 'indent'">
          <xsl:attribute name="text-indent" select="'1.2em'"/>
        </xsl:when>
        <xsl:when test=". = 'noindent'">
          <xsl:attribute name="text-indent" select="'0pt'"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- A second anchor, where an element is both a mention and a target of its own. -->
  <xsl:template name="lp:second-id">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:if test="@lp:mention and @lp:id and @lp:mention ne @lp:id">
      <fo:wrapper id="{$prefix}{@lp:id}"/>
    </xsl:if>
  </xsl:template>

  <!-- Children that are all elements, set out one after the other with a comma between: for
       structured records without punctuation of their own. Mixed content stays as it is. -->
  <xsl:template name="lp:joined">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="separator" as="xs:string" select="', '"/>
    <xsl:choose>
      <xsl:when test="$nodes[self::text()][normalize-space()]">
        <xsl:apply-templates select="$nodes" mode="lp:fo"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$nodes[self::*][normalize-space() or .//ptr or self::ptr]">
          <xsl:if test="position() gt 1 and not(lp:is-block(.) or lp:has-blocks(.))">
            <xsl:value-of select="lp:sign($separator)"/>
          </xsl:if>
          <xsl:apply-templates select="." mode="lp:fo"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
