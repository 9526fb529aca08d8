<?xml version="1.0" encoding="UTF-8"?>
<!-- How a letter is cited: as running text, and as records for reference managers (BibTeX, RIS,
     CSL-JSON). A letter is a part of its edition, as a chapter is of a book; its senders are its
     authors. What edition.xml does not say of the edition is taken from the letter's own header. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- "Mao Zedong to Kim Il Sung, 24 January 1958": the heading with the date, once. "Letter of
       January 24, 1958" has the date already. -->
  <xsl:function name="lp:letter-title" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="heading" as="xs:string" select="lp:letter-heading($letter)"/>
    <xsl:variable name="date" as="xs:string" select="normalize-space($letter/@date)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($heading, '[^\p{L}\p{N}]+')"/>
    <!-- Mostly the first word is not there, and the heading need not be cut into words. -->
    <xsl:sequence select="if (every $word in tokenize($date, '[^\p{L}\p{N}]+')[. ne '']
      satisfies contains($heading, $word) and $word = $words) then $heading else $heading || ', ' || $date"/>
  </xsl:function>

  <!-- What all forms of the citation below are made from. Names are maps with "name", as it is read, and,
       where it is known in parts ("Musulin, Stella"), "family" and "given". -->
  <xsl:function name="lp:citation" as="map(xs:string, item()*)">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="edition" as="element(lp:edition)?" select="$letter/lp:edition"/>
    <xsl:variable name="header" as="element(fileDesc)?"
      select="$letter/ancestor::teiHeader[1]/fileDesc"/>
    <xsl:variable name="own" as="element(publicationStmt)?" select="$header/publicationStmt"/>
    <xsl:variable name="series" as="xs:string*" select="($header/seriesStmt/title,
      $header/titleStmt/title[@level = 's'])/lp:one-line(.)[. ne '']"/>
    <xsl:variable name="publisher" as="xs:string*" select="
      ($edition/@publisher, $own/publisher, $own/authority, $own/distributor)
      /lp:one-line(.)[. ne '']"/>
    <xsl:variable name="when" as="xs:string" select="string($letter/lp:sent-date[1]/@when)"/>
    <xsl:map>
      <xsl:map-entry key="'id'" select="string($letter/@id)"/>
      <xsl:map-entry key="'title'" select="lp:one-line(lp:letter-title($letter))"/>
      <xsl:map-entry key="'authors'" select="$letter/lp:sender ! lpi:person(.)"/>
      <xsl:map-entry key="'recipients'" select="$letter/lp:addressee ! lpi:person(.)"/>
      <xsl:map-entry key="'container'" select="
        if ($edition/@untitled) then $series[1] else ($edition/@title/lp:one-line(.)[. ne ''])[1]"/>
      <xsl:map-entry key="'editors'" select="(if ($edition/lp:editor) then $edition/lp:editor
        else lpi:editors($header)) ! lpi:person(.)"/>
      <xsl:map-entry key="'publisher'" select="$publisher[1]"/>
      <xsl:map-entry key="'place'" select="($own/pubPlace/lp:one-line(.)[. ne ''])[1]
        [not($edition/@publisher)]"/>
      <xsl:map-entry key="'year'" select="lpi:year(($edition/@date, $own/date/@when,
        $own/date/@when-iso, $own/date)/string())"/>
      <xsl:map-entry key="'date'" select="lp:one-line(string($letter/@date))[. ne '']"/>
      <xsl:map-entry key="'when'" select="$when[matches(., '^-?\d{4}(-\d\d(-\d\d)?)?$')]"/>
      <xsl:map-entry key="'language'"
        select="$letter[@language]/@lang/string()[matches(., '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$')]"/>
      <xsl:map-entry key="'url'" select="(lp:page-url($letter, $letter/@href),
        $own/idno/normalize-space()[matches(., '^https?://\S+$')])[1]"/>
      <xsl:map-entry key="'doi'" select="($own/idno[matches(@type, 'doi', 'i')]
        /replace(normalize-space(), '^(https?://(dx\.)?doi\.org/|doi:)', '')
        [matches(., '^10\.\d+/\S+$')])[1]"/>
    </xsl:map>
  </xsl:function>

  <!-- The address of a page where the edition is published; nothing when the settings do not say
       where (site.url). -->
  <xsl:function name="lp:page-url" as="xs:string?">
    <xsl:param name="facts" as="element()"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:sequence select="($facts/self::lp:edition, $facts/lp:edition)[1]/@url
      ! (. || iri-to-uri($href))"/>
  </xsl:function>

  <!-- Text in one line without the invisible marks that turn its direction or end a line: in a
       record they would act on what stands beside it. -->
  <xsl:function name="lp:one-line" as="xs:string">
    <xsl:param name="text" as="item()"/>
    <xsl:sequence select="normalize-space(translate(string($text),
      '&#x200E;&#x200F;&#x2028;&#x2029;&#x202A;&#x202B;&#x202C;&#x202D;&#x202E;&#x2066;&#x2067;&#x2068;&#x2069;',
      '             '))"/>
  </xsl:function>

  <xsl:function name="lpi:person" as="map(xs:string, xs:string)?">
    <xsl:param name="named" as="element()"/>
    <!-- The brackets of a name that was inferred are for readers. -->
    <xsl:variable name="name" as="xs:string"
      select="lp:one-line(($named[@inferred]/@sort, $named)[1])"/>
    <xsl:variable name="sort" as="xs:string"
      select="lp:one-line(($named/@sort[normalize-space()], $name)[1])"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($sort, '\s*,\s*')[. ne '']"/>
    <!-- Parts of a name that is read as it is sorted, "Mao Zedong", keep their order. -->
    <xsl:sequence select="
      if ($name = '') then ()
      else if (count($parts) ne 2 or $named/@kind = ('org', 'place')) then map { 'name': $name }
      else map {
        'name': if ($name = $sort) then $parts[2] || ' ' || $parts[1] else $name,
        'family': $parts[1],
        'given': $parts[2],
        'order': if (starts-with($name, $parts[1] || ' ')) then 'fixed' else 'free' }"/>
  </xsl:function>

  <!-- Who the header says edited the letter: its editors, else those whose responsibility it was to
       edit it. -->
  <xsl:function name="lpi:editors" as="element()*">
    <xsl:param name="header" as="element(fileDesc)?"/>
    <xsl:variable name="editors" as="element()*" select="$header/titleStmt/editor"/>
    <xsl:variable name="found" as="element()*" select="if ($editors) then $editors
      else $header/titleStmt/respStmt[resp[matches(normalize-space(),
        '^(edit|éd|hrsg|herausg|editor|bearbeit|redak|opracow|编|編)', 'i')]]"/>
    <xsl:for-each-group group-by="lp:one-line(.)" select="$found/(if (name or persName or orgName)
      then (name | persName | orgName) else .)[lp:one-line(.) ne '']">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="lpi:year" as="xs:string?">
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:sequence select="
      ($dates ! analyze-string(., '(^|\D)(\d{4})($|\D)')//*:group[@nr = '2'] ! string())[1]"/>
  </xsl:function>

  <!-- The citation as it stands on the page: "Mao Zedong to Kim Il Sung, 24 January 1958. In: A
       Letter to Kim Il Sung. Edited by ... Publisher, 2020. https://..." -->
  <xsl:function name="lp:citation-text" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="authors" as="xs:string*" select="$facts('authors') ! .('name')"/>
    <xsl:variable name="known" as="xs:boolean" select="
      every $author in $authors satisfies contains($facts('title'), $author)
        or contains($facts('title'), tokenize($author)[last()])"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join((
      string-join(($facts('place'),
        $facts('publisher')[not(. = $facts('editors') ! .('name'))]), ': '), $facts('year'))[. ne ''], ', ')"/>
    <xsl:variable name="parts" as="xs:string*" select="
      string-join((lp:names-in-row($authors, $ui)[not($known)], $facts('title')), ': '),
      $facts('container') ! lp:label('cite-in', $ui, .),
      lp:names-in-row($facts('editors') ! .('name'), $ui)[. ne ''] ! lp:label('edited-by', $ui, .),
      $imprint[. ne '']"/>
    <xsl:sequence select="string-join(($parts ! replace(., '[.。]\s*$', '')
      ! (. || lp:label('cite-stop', $ui)), ($facts('doi') ! ('https://doi.org/' || .),
      $facts('url'))[1]), ' ')"/>
  </xsl:function>

  <!-- "A, B and C" -->
  <xsl:function name="lp:names-in-row" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="if (count($names) lt 2) then string($names)
      else string-join($names[position() lt last()], lp:label('list-next', $ui, ('', '')))
        || lp:label('list-last', $ui, ('', '')) || $names[last()]"/>
  </xsl:function>

  <!-- A record for BibTeX and biblatex. -->
  <xsl:function name="lp:bibtex" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:variable name="fields" as="xs:string*" select="
      $facts('authors')[1] ! ('author = {' || lpi:bibtex-names($facts('authors')) || '}'),
      'title = {{' || lpi:bibtex-text($facts('title')) || '}}',
      $facts('container') ! ('booktitle = {{' || lpi:bibtex-text(.) || '}}'),
      $facts('editors')[1] ! ('editor = {' || lpi:bibtex-names($facts('editors')) || '}'),
      $facts('publisher') ! ('publisher = {{' || lpi:bibtex-text(.) || '}}'),
      $facts('place') ! ('address = {' || lpi:bibtex-text(.) || '}'),
      $facts('year') ! ('year = {' || . || '}'),
      $facts('when') ! ('origdate = {' || . || '}'),
      $facts('language') ! ('language = {' || . || '}'),
      $facts('doi') ! ('doi = {' || lpi:bibtex-address(.) || '}'),
      $facts('url') ! ('url = {' || lpi:bibtex-address(.) || '}')"/>
    <xsl:sequence select="'@' || (if (exists($facts('container'))) then 'incollection' else 'misc')
      || '{' || replace($facts('id'), '[^\p{L}\p{N}:._-]', '-') || ',&#10;  '
      || string-join($fields, ',&#10;  ') || '&#10;}&#10;'"/>
  </xsl:function>

  <!-- A name that is not inverted is one piece: braces keep BibTeX from parting it. -->
  <xsl:function name="lpi:bibtex-names" as="xs:string">
    <xsl:param name="names" as="map(xs:string, xs:string)*"/>
    <xsl:sequence select="string-join($names ! (
      if (.('order') = 'free' and not(matches(.('family') || ' ' || .('given'), '(^|\s)and(\s|$)', 'i')))
      then lpi:bibtex-text(.('family')) || ', ' || lpi:bibtex-text(.('given'))
      else '{' || lpi:bibtex-text(.('name')) || '}'), ' and ')"/>
  </xsl:function>

  <!-- Braces are counted by BibTeX even behind a backslash, so they become commands. -->
  <xsl:variable name="lpi:bibtex-signs" as="map(xs:string, xs:string)" static="yes" select="map {
    '\': '\textbackslash{}', '{': '\textbraceleft{}', '}': '\textbraceright{}',
    '~': '\textasciitilde{}', '^': '\textasciicircum{}' }"/>

  <xsl:function name="lpi:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:value-of>
      <xsl:analyze-string select="$text" regex="[\\{{}}~^#$%&amp;_]">
        <xsl:matching-substring>{($lpi:bibtex-signs(.), '\' || .)[1]}</xsl:matching-substring>
        <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:value-of>
  </xsl:function>

  <!-- Addresses are taken literally; what would end the field is written as addresses write it. -->
  <xsl:function name="lpi:bibtex-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace($address, '\{', '%7B') => replace('\}', '%7D')
      => replace('\\', '%5C')"/>
  </xsl:function>

  <!-- A record in the format RIS: lines end with CR and LF. -->
  <xsl:function name="lp:ris" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:variable name="lines" as="xs:string*" select="
      'TY  - ' || (if (exists($facts('container'))) then 'CHAP' else 'PCOMM'),
      'ID  - ' || lp:one-line($facts('id')),
      $facts('authors') ! ('AU  - ' || lpi:inverted(.)),
      'TI  - ' || $facts('title'),
      $facts('container') ! ('T2  - ' || .),
      $facts('editors') ! ('A2  - ' || lpi:inverted(.)),
      $facts('publisher') ! ('PB  - ' || .),
      $facts('place') ! ('CY  - ' || .),
      $facts('year') ! ('PY  - ' || .),
      $facts('language') ! ('LA  - ' || .),
      $facts('doi') ! ('DO  - ' || .),
      $facts('url') ! ('UR  - ' || .),
      'ER  - '"/>
    <xsl:sequence select="string-join($lines ! (. || '&#13;&#10;'))"/>
  </xsl:function>

  <xsl:function name="lpi:inverted" as="xs:string">
    <xsl:param name="name" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
      if ($name('order') = 'free') then $name('family') || ', ' || $name('given')
      else $name('name')"/>
  </xsl:function>

  <!-- A record in CSL-JSON, as citation processors read it: an array of one item. -->
  <xsl:function name="lp:csl-json" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:variable name="record" as="element()">
      <map xmlns="http://www.w3.org/2005/xpath-functions">
        <string key="id">{$facts('id')}</string>
        <string key="type">{
          if (exists($facts('container'))) then 'chapter' else 'personal_communication'}</string>
        <string key="genre">letter</string>
        <xsl:sequence select="lpi:csl-names('author', $facts('authors'))"/>
        <xsl:sequence select="lpi:csl-names('recipient', $facts('recipients'))"/>
        <string key="title">{$facts('title')}</string>
        <xsl:sequence select="lpi:csl-text('container-title', $facts('container'))"/>
        <xsl:sequence select="lpi:csl-names('editor', $facts('editors'))"/>
        <xsl:sequence select="lpi:csl-text('publisher', $facts('publisher'))"/>
        <xsl:sequence select="lpi:csl-text('publisher-place', $facts('place'))"/>
        <xsl:sequence select="lpi:csl-date('issued', $facts('year'), ())"/>
        <xsl:sequence select="lpi:csl-date('original-date', $facts('when'), $facts('date'))"/>
        <xsl:sequence select="lpi:csl-text('language', $facts('language'))"/>
        <xsl:sequence select="lpi:csl-text('DOI', $facts('doi'))"/>
        <xsl:sequence select="lpi:csl-text('URL', $facts('url'))"/>
      </map>
    </xsl:variable>
    <xsl:sequence select="'[&#10;  {&#10;    ' || string-join($record/* ! lpi:json-field(.),
      ',&#10;    ') || '&#10;  }&#10;]&#10;'"/>
  </xsl:function>

  <!-- A member of a JSON object in one line. JSON allows the backslash that xml-to-json sets before
       each slash; nobody wants to read it. -->
  <xsl:function name="lpi:json-field" as="xs:string">
    <xsl:param name="field" as="element()"/>
    <xsl:variable name="object" as="element()">
      <map xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:sequence select="$field"/>
      </map>
    </xsl:variable>
    <xsl:variable name="json" as="xs:string" select="xml-to-json($object)"/>
    <xsl:variable name="inner" as="xs:string"
      select="substring($json, 2, string-length($json) - 2)"/>
    <!-- A look for the sign is cheaper than a pattern. -->
    <xsl:sequence select="if (contains($inner, '\/')) then replace($inner, '\\/', '/') else $inner"/>
  </xsl:function>

  <xsl:function name="lpi:csl-text" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <string key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">{$value}</string>
    </xsl:if>
  </xsl:function>

  <xsl:function name="lpi:csl-names" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="map(xs:string, xs:string)*"/>
    <xsl:if test="exists($names)">
      <array key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:for-each select="$names">
          <map>
            <xsl:choose>
              <xsl:when test=".('family')">
                <string key="family">{.('family')}</string>
                <string key="given">{.('given')}</string>
                <xsl:if test=".('order') = 'fixed'">
                  <boolean key="static-ordering">true</boolean>
                </xsl:if>
              </xsl:when>
              <xsl:otherwise>
                <string key="literal">{.('name')}</string>
              </xsl:otherwise>
            </xsl:choose>
          </map>
        </xsl:for-each>
      </array>
    </xsl:if>
  </xsl:function>

  <!-- A date in parts where it is one day, month or year; else in words. -->
  <xsl:function name="lpi:csl-date" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="when" as="xs:string?"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:if test="$when or $words">
      <map key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:choose>
          <xsl:when test="$when">
            <array key="date-parts">
              <array>
                <xsl:for-each select="analyze-string($when, '^-?\d+|\d+')//*:match">
                  <number>{xs:integer(.)}</number>
                </xsl:for-each>
              </array>
            </array>
          </xsl:when>
          <xsl:otherwise>
            <string key="literal">{$words}</string>
          </xsl:otherwise>
        </xsl:choose>
      </map>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
