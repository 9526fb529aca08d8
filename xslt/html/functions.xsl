<?xml version="1.0" encoding="UTF-8"?>
<!-- Questions that several HTML modules ask of an element: which tag and which class names does it
     get, where does its link go. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The name of the HTML element: the one wished for, or div when blocks are inside. -->
  <xsl:function name="lp:tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="wish" as="xs:string"/>
    <xsl:sequence select="if (lp:has-blocks($element)) then 'div' else $wish"/>
  </xsl:function>

  <!-- span, or p between blocks, or div around blocks: for salutes, datelines, signatures. -->
  <xsl:function name="lp:movable-tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (lp:has-blocks($element)) then 'div'
      else if (lp:stands-alone($element)) then 'p' else 'span'"/>
  </xsl:function>

  <!-- A reference that a browser may follow: http, https, mailto or relative; else nothing.
       Line ends are removed first, as browsers do: "java&#10;script:" is a scheme to them. -->
  <xsl:function name="lp:safe-href" as="xs:string?">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string"
      select="translate(normalize-space($href), '&#9;&#10;&#13;', '')"/>
    <xsl:sequence select="
      if ($plain = '' or starts-with($plain, '//') or contains($plain, '\')) then ()
      else if (lp:has-scheme($plain))
        then $plain[matches(., '^(https?://|mailto:)', 'i')]
      else $plain"/>
  </xsl:function>

  <!-- Does a reference name its scheme? Most do not, and a look for the colon is cheaper than the pattern. -->
  <xsl:function name="lp:has-scheme" as="xs:boolean">
    <xsl:param name="href" as="xs:string"/>
    <xsl:sequence select="contains($href, ':') and matches($href, '^[^/?#]*:')"/>
  </xsl:function>

  <!-- The same from a page of the site. A relative reference counts from the root of the site:
       lp:url('letters/b.html#n1', '../', 'letters/b.html') gives "#n1", from another page
       "../letters/b.html#n1". -->
  <xsl:function name="lp:url" as="xs:string?">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="safe" as="xs:string?" select="lp:safe-href($href)"/>
    <xsl:sequence select="
      if (empty($safe)) then ()
      else if (lp:has-scheme($safe) or starts-with($safe, '#')) then $safe
      else if ($page ne '' and starts-with($safe, $page || '#')) then substring-after($safe, $page)
      else $root || $safe"/>
  </xsl:function>

  <!-- From a page to the root of the site: "letters/b.html" gives "../". -->
  <xsl:function name="lp:root" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:sequence select="string-join((tokenize($page, '/')[position() gt 1]) ! '../')"/>
  </xsl:function>

  <!-- A value of the source as part of a class name: "to add" gives "to-add". -->
  <xsl:function name="lp:class-name" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="replace(normalize-space($value), '[^\p{L}\p{N}_-]+', '-')"/>
  </xsl:function>

  <!-- A sign that letterpress puts into the text, so that readers and the audit can tell it from the
       words of the source. -->
  <xsl:function name="lp:sign" as="element(span)?" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="sign" as="xs:string?"/>
    <xsl:if test="$sign">
      <span class="lp-sign">{$sign}</span>
    </xsl:if>
  </xsl:function>

  <!-- The notes that the element's text calls, outermost ones only. -->
  <xsl:function name="lp:notes" as="element(note)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element//note[@lp:mark]
      [not(ancestor::note[@lp:mark][ancestor::* intersect $element])]"/>
  </xsl:function>

  <xsl:key name="lpi:by-id" match="text//*[@lp:id]" use="@lp:id"/>

  <!-- class, id, lang and dir of what an element becomes. $classes adds class names. -->
  <xsl:template match="*" mode="lp:attributes" as="attribute()*">
    <xsl:param name="classes" as="xs:string*" select="()"/>
    <xsl:attribute name="class" select="
      'lp-' || local-name(), $classes, (@type ! tokenize(.)[1]) ! ('lp-type-' || lp:class-name(.)),
      lp:renditions(.) ! ('lp-' || .)" separator=" "/>
    <xsl:variable name="id" as="xs:string?" select="(@lp:mention, @lp:id)[1]/string()"/>
    <xsl:if test="exists($id)">
      <xsl:attribute name="id" select="$id"/>
    </xsl:if>
    <!-- Of a quotation, a name or a paragraph in pieces each tells screen readers where it goes on
         (TEI Guidelines 17.7). -->
    <xsl:for-each select="@next[starts-with(., '#')]
      ! key('lpi:by-id', substring(normalize-space(), 2))[1]">
      <xsl:attribute name="aria-flowto" select="@lp:id"/>
    </xsl:for-each>
    <!-- The hand that wrote it, the character it stands for. -->
    <xsl:if test="@lp:title and not(self::handShift)">
      <xsl:attribute name="title" select="@lp:title"/>
    </xsl:if>
    <!-- The preview alone lets elements say where they stand in their source. -->
    <xsl:if test="@lp:line">
      <xsl:attribute name="data-lp-line" select="@lp:line"/>
    </xsl:if>
    <xsl:apply-templates select="@xml:lang, @lp:zone" mode="lp:attributes"/>
  </xsl:template>

  <!-- The zones of the facsimile that show it. -->
  <xsl:template match="@lp:zone" mode="lp:attributes" as="attribute()">
    <xsl:attribute name="data-lp-zone" select="."/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="lp:attributes" as="attribute()*">
    <xsl:if test="matches(., '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$')">
      <xsl:attribute name="lang" select="."/>
      <xsl:choose>
        <xsl:when test="lp:direction(..) = 'rtl'">
          <xsl:attribute name="dir" select="'rtl'"/>
        </xsl:when>
        <xsl:when test="../parent::* ! lp:direction(.) = 'rtl'">
          <xsl:attribute name="dir" select="'ltr'"/>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- A second anchor, where an element is both a mention and a target of its own. -->
  <xsl:template name="lp:second-id">
    <xsl:if test="@lp:mention and @lp:id and @lp:mention ne @lp:id">
      <span id="{@lp:id}"/>
    </xsl:if>
  </xsl:template>

  <!-- A title as a list has it: of one that has no end, its beginning. The page it leads to has all. -->
  <xsl:function name="lp:title-in-list" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($title)"/>
    <xsl:sequence select="if (string-length($words) le 300) then $words
      else replace(substring($words, 1, 280), '\s\S{0,60}$', '') || ' …'"/>
  </xsl:function>

  <!-- The words of a date, or of a heading that ends in one, whose day stays with its month when the line is
       broken: "24 January 1958" may be parted before the year only. -->
  <xsl:function name="lp:day-with-month" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <!-- A number of more digits is no day; to find numbers alone is cheaper than to look at what stands before
         each sign. -->
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="string($words)" regex="(\d+)(\.|er)? (\p{{L}})">
        <xsl:matching-substring>
          <xsl:sequence select="if (string-length(regex-group(1)) gt 2) then .
            else regex-group(1) || regex-group(2) || '&#xA0;' || regex-group(3)"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- Children that are all elements, set out one after the other with a comma between,
       unless they are blocks: for structured records without punctuation of their own. Mixed content stays as it is. -->
  <xsl:template name="lp:joined">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="separator" as="xs:string" select="', '"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$nodes[self::text()][normalize-space()]">
        <xsl:apply-templates select="$nodes" mode="lp:html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="parts" as="element()*"
          select="$nodes[self::*][normalize-space() or .//ptr or self::ptr]
            [not(lp:is-said-otherwise(., $ui))]"/>
        <xsl:for-each select="$parts">
          <xsl:variable name="at" as="xs:integer" select="position()"/>
          <xsl:if test="$at gt 1 and not(lp:is-block(.) or $parts[$at - 1][lp:is-block(.)])">
            <xsl:sequence select="lp:sign($separator)"/>
          </xsl:if>
          <xsl:apply-templates select="." mode="lp:html"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
