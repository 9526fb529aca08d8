<?xml version="1.0" encoding="UTF-8"?>
<!-- The facsimile of a letter as a manifest of IIIF's Presentation API 3, which other viewers read: a
     canvas for each sheet, the image that is painted on it, and the words of its zones. It needs the
     address of the site (site.url), because the ids of a manifest are addresses. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Where the manifest of a letter stands, from the root of the site; nothing when there is none: a
       canvas has a width and a height, so that of every sheet must be known. -->
  <xsl:function name="lp:manifest-path" as="xs:string?">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="sheets" as="element(lp:sheet)*" select="$letter/../lp:facsimile/lp:sheet"/>
    <xsl:sequence select="('manifests/' || $letter/@id || '.json')
      [$letter/lp:edition/@url[. ne '']][exists($sheets)]
      [every $sheet in $sheets satisfies exists($sheet[@extent-width][@extent-height])]"/>
  </xsl:function>

  <!-- The manifest as JSON, or nothing. -->
  <xsl:function name="lp:manifest" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="path" as="xs:string?" select="lp:manifest-path($letter)"/>
    <!-- JSON allows the backslash that serialize sets before each slash, and readers do without. -->
    <xsl:sequence select="if (empty($path)) then ''
      else serialize(lpi:manifest($letter, $path), map { 'method': 'json', 'indent': true() })
        => replace('\\/', '/')"/>
  </xsl:function>

  <xsl:function name="lpi:manifest" as="map(xs:string, item()*)">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="site" as="xs:string" select="string($letter/lp:edition/@url)"/>
    <xsl:variable name="ui" as="xs:string" select="string($letter/lp:edition/@lang)"/>
    <xsl:variable name="title" as="xs:string" select="lp:letter-title($letter)"/>
    <xsl:variable name="rights" as="xs:string?" select="
      ($letter/lp:edition/@licence-href,
       $letter/ancestor::teiHeader//publicationStmt//licence/@target)
      /replace(normalize-space(), '^https:', 'http:')[matches(., '^http://(creativecommons\.org/(licenses|publicdomain)/|rightsstatements\.org/vocab/)\S+$')][1]"/>
    <xsl:map>
      <xsl:map-entry key="'@context'" select="'http://iiif.io/api/presentation/3/context.json'"/>
      <xsl:map-entry key="'id'" select="lpi:address($site, $path)"/>
      <xsl:map-entry key="'type'" select="'Manifest'"/>
      <xsl:map-entry key="'label'" select="lpi:in-language($ui, $title)"/>
      <xsl:map-entry key="'metadata'" select="array {
        (for $fact in ('sender', 'addressee', 'sent-date', 'sent-place')
         return $letter/*[local-name() = $fact][normalize-space()][1] ! map {
           'label': lpi:in-language($ui, lp:label((map { 'sent-date': 'date', 'sent-place': 'written-at' }
             ($fact), $fact)[1], $ui)),
           'value': map { 'none': array { $letter/*[local-name() = $fact]/normalize-space()[. ne ''] } }
         }) }"/>
      <xsl:if test="exists($rights)">
        <xsl:map-entry key="'rights'" select="$rights"/>
      </xsl:if>
      <xsl:map-entry key="'homepage'" select="[map {
        'id': lpi:address($site, $letter/@href), 'type': 'Text', 'format': 'text/html',
        'label': lpi:in-language($ui, $title) }]"/>
      <xsl:map-entry key="'seeAlso'" select="[map {
        'id': lpi:address($site, replace($letter/@href, '\.html$', '.xml')), 'type': 'Dataset',
        'format': 'application/tei+xml' }]"/>
      <xsl:map-entry key="'items'"
        select="array { $letter/../lp:facsimile/lp:sheet ! lpi:canvas(., $letter, $path) }"/>
    </xsl:map>
  </xsl:function>

  <xsl:function name="lpi:canvas" as="map(xs:string, item()*)">
    <xsl:param name="sheet" as="element(lp:sheet)"/>
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="site" as="xs:string" select="string($letter/lp:edition/@url)"/>
    <xsl:variable name="ui" as="xs:string" select="string($letter/lp:edition/@lang)"/>
    <xsl:variable name="id" as="xs:string"
      select="lpi:address($site, replace($path, '\.json$', '')) || '/' || $sheet/@number"/>
    <xsl:variable name="annotations" as="map(*)*"
      select="$sheet/lp:zone ! lpi:annotation(., $id, $letter)"/>
    <xsl:map>
      <xsl:map-entry key="'id'" select="$id"/>
      <xsl:map-entry key="'type'" select="'Canvas'"/>
      <xsl:map-entry key="'label'" select="if ($sheet/@label)
        then map { 'none': [string($sheet/@label)] }
        else lpi:in-language($ui, lp:label('facsimile-image', $ui, $sheet/@number))"/>
      <xsl:map-entry key="'width'" select="lpi:whole($sheet/@extent-width)"/>
      <xsl:map-entry key="'height'" select="lpi:whole($sheet/@extent-height)"/>
      <xsl:if test="$sheet/@kind = 'file' and $sheet/@thumbnail">
        <xsl:map-entry key="'thumbnail'" select="[map {
          'id': lpi:address($site, $sheet/@thumbnail), 'type': 'Image' }]"/>
      </xsl:if>
      <xsl:map-entry key="'items'" select="[map {
        'id': $id || '/page', 'type': 'AnnotationPage', 'items': [map {
          'id': $id || '/image', 'type': 'Annotation', 'motivation': 'painting',
          'body': lpi:painted($sheet, $site), 'target': $id }] }]"/>
      <xsl:if test="exists($annotations)">
        <xsl:map-entry key="'annotations'" select="[map {
          'id': $id || '/words', 'type': 'AnnotationPage', 'items': array { $annotations } }]"/>
      </xsl:if>
    </xsl:map>
  </xsl:function>

  <!-- The image itself. Which version of the Image API a service speaks is told where its address
       says so, in the usual way: .../iiif/3/... -->
  <xsl:function name="lpi:painted" as="map(xs:string, item()*)">
    <xsl:param name="sheet" as="element(lp:sheet)"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="version" as="xs:string?" select="
      $sheet[@kind = 'service']/@href[matches(., '/(iiif|image)/v?[23]/')]
      /replace(., '^.*/(iiif|image)/v?([23])/.*$', '$2')"/>
    <xsl:map>
      <xsl:map-entry key="'id'" select="
        if ($sheet/@kind = 'file') then lpi:address($site, $sheet/@href)
        else if ($sheet/@kind = 'service') then $sheet/@href || '/full/max/0/default.jpg'
        else string($sheet/@href)"/>
      <xsl:map-entry key="'type'" select="'Image'"/>
      <xsl:for-each select="$sheet/@media-type, 'image/jpeg'[$sheet/@kind = 'service']">
        <xsl:map-entry key="'format'" select="string()"/>
      </xsl:for-each>
      <xsl:if test="$sheet/@kind = 'file' and $sheet/@width">
        <xsl:map-entry key="'width'" select="lpi:whole($sheet/@width)"/>
        <xsl:map-entry key="'height'" select="lpi:whole($sheet/@height)"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$version = '3'">
          <xsl:map-entry key="'service'" select="[map { 'id': string($sheet/@href),
            'type': 'ImageService3', 'profile': 'level1' }]"/>
        </xsl:when>
        <xsl:when test="$version = '2'">
          <xsl:map-entry key="'service'" select="[map { '@id': string($sheet/@href),
            '@type': 'ImageService2', 'profile': 'http://iiif.io/api/image/2/level1.json' }]"/>
        </xsl:when>
      </xsl:choose>
    </xsl:map>
  </xsl:function>

  <!-- The words that a zone shows, with the box around it. -->
  <xsl:function name="lpi:annotation" as="map(xs:string, item()*)?">
    <xsl:param name="zone" as="element(lp:zone)"/>
    <xsl:param name="canvas" as="xs:string"/>
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="corners" as="xs:double*" select="tokenize($zone/@corners) ! xs:double(.)"/>
    <xsl:variable name="x" as="xs:double*" select="$corners[position() mod 2 = 1]"/>
    <xsl:variable name="y" as="xs:double*" select="$corners[position() mod 2 = 0]"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(
      $letter/ancestor::TEI[last()]/text//*[@lp:zone][tokenize(@lp:zone) = $zone/@id]
        ! lpi:zone-words(.), ' '))"/>
    <xsl:variable name="body" as="map(*)">
      <xsl:map>
        <xsl:map-entry key="'type'" select="'TextualBody'"/>
        <xsl:map-entry key="'value'" select="$words"/>
        <xsl:map-entry key="'format'" select="'text/plain'"/>
        <xsl:if test="matches($letter/@lang, '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$')">
          <xsl:map-entry key="'language'" select="string($letter/@lang)"/>
        </xsl:if>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="map {
      'id': $canvas || '/words/' || encode-for-uri($zone/@id), 'type': 'Annotation',
      'motivation': 'supplementing', 'body': $body,
      'target': $canvas || '#xywh=' || string-join((min($x), min($y), max($x) - min($x),
        max($y) - min($y)) ! xs:string(xs:integer(max((0, round(.))))), ',') }[$words ne '']"/>
  </xsl:function>

  <!-- The reading text of an element, or from a line's beginning to the next. -->
  <xsl:function name="lpi:zone-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="block" as="element()" select="
      if ($element/self::lb) then $element/ancestor::*[lp:is-block(.)][1] else $element"/>
    <xsl:variable name="next" as="element()?" select="
      $element/self::lb/($block//(lb | pb)[. >> $element])[1]"/>
    <xsl:sequence select="string-join($block//text()[not($element/self::lb) or . >> $element]
      [empty($next) or . &lt;&lt; $next]
      [empty(ancestor::*[@lp:omit[contains(., 'reading')] or self::note[@lp:mark]][ancestor::* intersect $block])])"/>
  </xsl:function>

  <xsl:function name="lpi:address" as="xs:string">
    <xsl:param name="site" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="$site || string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <xsl:function name="lpi:in-language" as="map(xs:string, item()*)">
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="map { ($language[. ne ''], 'none')[1]: [$words] }"/>
  </xsl:function>

  <xsl:function name="lpi:whole" as="xs:integer">
    <xsl:param name="number" as="attribute()"/>
    <xsl:sequence select="xs:integer(max((1, round(xs:double($number)))))"/>
  </xsl:function>
</xsl:stylesheet>
