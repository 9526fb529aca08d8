<?xml version="1.0" encoding="UTF-8"?>
<!-- References to other places of the edition, in print by page (TEI Guidelines 3.7); and where
     things fell, as the layout before this one found: the page and line of each id (ADR 16). Before
     the first layout nothing is known; what depends on it is then left out, or left to the
     formatter. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- From an id of the document to its first and last page (counted from 1) and its first and last
       line (0 where lines are not counted). -->
  <xsl:param name="lp:places" as="map(xs:string, xs:integer*)" select="map {}"/>

  <!-- The number that each page bears: "i", "ii" ... "1", "2" ... -->
  <xsl:param name="lp:folios" as="xs:string*" select="()"/>

  <xsl:variable name="lpi:folio-of-page" as="map(xs:integer, xs:string)"
    select="map:merge($lp:folios ! map:entry(position(), .))"/>

  <!-- The first page of an id, counted from 1; nothing where it was not printed. -->
  <xsl:function name="lp:first-page" as="xs:integer?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$lp:places($id)[1]"/>
  </xsl:function>

  <xsl:function name="lp:last-page" as="xs:integer?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$lp:places($id)[2]"/>
  </xsl:function>

  <!-- The line on which an id begins; nothing where lines are not counted. -->
  <xsl:function name="lp:line" as="xs:integer?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$lp:places($id)[3][. gt 0]"/>
  </xsl:function>

  <!-- The number that a page bears. -->
  <xsl:function name="lp:folio" as="xs:string">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:sequence select="string($lpi:folio-of-page($page))"/>
  </xsl:function>

  <!-- "148", the number of the page on which an id falls. -->
  <xsl:function name="lp:page-number" as="item()*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="page" as="xs:integer?" select="lp:first-page($id)"/>
    <xsl:choose>
      <xsl:when test="exists($page)">
        <xsl:value-of select="lp:sign(lp:folio($page))"/>
      </xsl:when>
      <xsl:otherwise>
        <fo:page-number-citation ref-id="{$id}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A label with {1} or {2} for the number of a page, and the other for words. -->
  <xsl:function name="lpi:phrase" as="item()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:analyze-string select="lp:label($key, $ui)" regex="\{{(\d)\}}">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(1) = '1'">
            <xsl:sequence select="lp:page-number($id)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="lp:sign($words)"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="lp:sign(.)"/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- Has the editor written "see" before a pointer already? -->
  <xsl:function name="lp:follows-see" as="xs:boolean">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="before" as="xs:string"
      select="lower-case(normalize-space($pointer/preceding-sibling::node()[1]/self::text()))"/>
    <xsl:sequence select="some $word in ('see', 'see also', 'cf.', 'compare', 'vgl.', 'siehe', 's.',
        'voir', 'v.', '见', '参见', tokenize(lp:label('reference-see', $ui, ''))[. ne ''])
      satisfies $before = $word or ends-with($before, ' ' || $word) or ends-with($before, '(' || $word)
        or (matches($word, '^[见参]') and ends-with($before, $word))"/>
  </xsl:function>

  <!-- What an empty pointer says of its target: "see note 3 on page 148". In a letter by itself
       pages are not named: it is short, and its pages are not those of the book. -->
  <xsl:function name="lp:reference-words" as="item()*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="destination" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="root" as="document-node()" select="root($pointer)"/>
    <xsl:variable name="note" as="element(note)?"
      select="(key('lpi:target', $destination, $root)/self::note[@lp:mark])[1]"/>
    <xsl:variable name="letter" as="element(TEI)?"
      select="key('lpi:letter-by-id', $destination, $root)[1]"/>
    <xsl:variable name="book" as="xs:boolean" select="exists($root/lp:volume)"/>
    <xsl:variable name="words" as="item()*">
      <xsl:choose>
        <xsl:when test="$note and not($book)">
          <xsl:value-of select="lp:sign(lp:label('reference-note-alone', $ui, lp:note-mark($note)))"/>
        </xsl:when>
        <xsl:when test="$note[lp:is-keyed-to-line(.)]">
          <xsl:sequence select="lpi:phrase('reference-line',
            lp:line-key($note, lp:letter-id($note/ancestor::TEI[1]) || '-', $ui), $destination, $ui)"/>
        </xsl:when>
        <xsl:when test="$note">
          <xsl:sequence select="lpi:phrase('reference-note', lp:note-mark($note), $destination,
            $ui)"/>
        </xsl:when>
        <xsl:when test="$book and $letter and lp:letter-number($letter) ne ''">
          <xsl:sequence select="lpi:phrase('reference-letter', lp:letter-number($letter),
            $destination, $ui)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="lpi:phrase('reference-page', '', $destination, $ui)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="if (lp:follows-see($pointer, $ui)) then $words
      else lp:around('reference-see', $ui, $words)"/>
  </xsl:function>

  <!-- The page behind the words of a reference, in the book: " (p. 148)". References to registers
       and to places outside have none. -->
  <xsl:template name="lp:page-of-reference">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="destination" as="xs:string?" select="
      if ($in-link or parent::seg/@lp:generated or @lp:link = ('none', 'external') or matches(@lp:href, '^(https?://|mailto:)', 'i'))
      then () else lp:destination(., normalize-space(@lp:href))"/>
    <xsl:if test="exists($destination) and root()/lp:volume and ancestor::lp:text
      and (key('lpi:target', $destination) or key('lpi:letter-by-id', $destination))">
      <fo:basic-link internal-destination="{$destination}"
        fox:alt-text="{lp:label('page', $ui, lp:plain(.))}">
        <xsl:sequence select="lpi:phrase('reference-added', '', $destination, $ui)"/>
      </fo:basic-link>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
