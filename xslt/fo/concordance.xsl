<?xml version="1.0" encoding="UTF-8"?>
<!-- Which page has what: for the site, whose letters say where they stand in print, and for the reader
     of an earlier print. An earlier print's pages are told by pb with @ed or @edRef and @n
     (TEI Guidelines 3.11.3), and by the biblScope of pages in a letter's source. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Does the book list the pages of earlier prints? -->
  <xsl:param name="lp:concordance" as="xs:boolean" select="false()"/>

  <!-- A page of an earlier print, or the pages of a letter there: maps with the letter, the print,
       its page, and the id of the place. -->
  <xsl:function name="lp:earlier-pages" as="map(*)*">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:variable name="prefix" as="xs:string" select="lp:letter-id($letter) || '-'"/>
    <xsl:for-each select="$letter/text//pb[@n][@ed or @edRef][@lp:id]">
      <xsl:sequence select="map { 'letter': $letter, 'page': normalize-space(@n),
        'print': replace(normalize-space((@ed, @edRef)[1]), '^.*#', ''),
        'id': $prefix || @lp:id, 'fragment': '#' || @lp:id }"/>
    </xsl:for-each>
    <xsl:for-each select="$letter/teiHeader/fileDesc/sourceDesc//biblScope[@unit = ('page', 'pp', 'p')]
      [normalize-space()]">
      <xsl:variable name="record" as="element()" select="(ancestor::biblStruct, ancestor::bibl, ..)[1]"/>
      <xsl:sequence select="map { 'letter': $letter, 'fragment': '', 'id': lp:letter-id($letter),
        'page': replace(normalize-space(), '^(pp?|S|Seite|Seiten)\.?\s*', ''),
        'print': (lp:plain(($record/(monogr/title | title[@level = ('m', 'j')]), $record//title)[1]),
          '')[1] }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The table at the end of the book: "Ed. 1802: 12 …… 148", print by print. -->
  <xsl:function name="lp:concordance-entries" as="map(*)*">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="if ($lp:concordance)
      then $volume/lp:text/TEI ! lp:earlier-pages(.) else ()"/>
  </xsl:function>

  <xsl:template match="lp:volume" mode="lp:fo-concordance">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:for-each-group select="lp:concordance-entries(.)" group-by="?print">
      <xsl:sequence select="lpi:index-heading('concordance-' || position(),
        (current-grouping-key()[. ne ''], lp:label('concordance', $ui))[1])"/>
      <xsl:for-each select="current-group()">
        <fo:block xsl:use-attribute-sets="lp:index-entry" text-align-last="justify">
          <xsl:text>{?page}</xsl:text>
          <xsl:text> </xsl:text>
          <fo:leader leader-pattern="dots" leader-pattern-width="5pt"/>
          <xsl:text> </xsl:text>
          <fo:basic-link internal-destination="{?id}"
            fox:alt-text="{lp:label('page', $ui, ?page)}">
            <fo:page-number-citation ref-id="{?id}"/>
          </fo:basic-link>
        </fo:block>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The same for programs, as JSON: letters with their pages, pages with what begins on them, and
       pages of earlier prints. -->
  <xsl:template match="document-node()" mode="lp:book-pages" as="xs:string">
    <xsl:variable name="letters" as="element(TEI)*" select="lp:volume/lp:text/TEI"/>
    <xsl:variable name="first-on-page" as="map(xs:integer, xs:string)" select="map:merge(
      $letters ! (let $id := lp:letter-id(.), $href := string(teiHeader/xenoData/lp:letter/@href)
        return (lpi:page-entry($id, $href),
          text//*[@lp:id] ! lpi:page-entry($id || '-' || @lp:id, $href || '#' || @lp:id))),
      map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="all" as="map(xs:string, item()*)" select="map {
      'letters': array { $letters ! lpi:letter-pages(.) },
      'pages': array { for $page in 1 to count($lp:folios)
        return ($first-on-page($page), lpi:letter-on($letters, $page))[1]
          ! map { 'page': lp:folio($page), 'sheet': $page, 'href': . } },
      'earlier': array { $letters ! lp:earlier-pages(.) ! (let $at := lp:first-page(?id)
        return if (exists($at)) then map { 'print': ?print, 'printPage': ?page,
            'page': lp:folio($at), 'href': string(?letter/teiHeader/xenoData/lp:letter/@href) || ?fragment }
          else ()) } }"/>
    <xsl:sequence select="serialize($all, map { 'method': 'json', 'indent': true() }) || '&#10;'"/>
  </xsl:template>

  <xsl:function name="lpi:page-entry" as="map(xs:integer, xs:string)?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:sequence select="lp:first-page($id) ! map:entry(., $href)"/>
  </xsl:function>

  <!-- The page of the letter that goes on over a whole page of the book. -->
  <xsl:function name="lpi:letter-on" as="xs:string?">
    <xsl:param name="letters" as="element(TEI)*"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:sequence select="$letters[lp:first-page(lp:letter-id(.)) le $page
      and lp:last-page(lp:letter-id(.)) ge $page][1]/teiHeader/xenoData/lp:letter/@href/string()"/>
  </xsl:function>

  <xsl:function name="lpi:letter-pages" as="map(*)?">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:variable name="id" as="xs:string" select="lp:letter-id($letter)"/>
    <xsl:variable name="first" as="xs:integer?" select="lp:first-page($id)"/>
    <xsl:if test="exists($first)">
      <xsl:variable name="ends" as="xs:string+"
        select="lp:folio($first), lp:folio(lp:last-page($id))"/>
      <xsl:sequence select="map { 'id': $id,
        'href': string($letter/teiHeader/xenoData/lp:letter/@href),
        'first': $ends[1], 'last': $ends[2],
        'pages': string-join(distinct-values($ends), '–') }"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
