<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes: persons, places and the other registers, and the subjects that index elements name
     (TEI Guidelines 3.9.2, 14). Their pages are those on which the mentions fell when the book was
     laid out before (references.xsl). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns:lpj="urn:letterpress:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- How consecutive pages are joined: "full" gives 148–149, "two-digits" 148–49, "least" 148–9,
       "ff" 148f. and, for three or more, 148ff. -->
  <xsl:param name="lp:index-ranges" as="xs:string" select="'full'"/>

  <!-- The registers that have an index of their own, in the order of the book. -->
  <xsl:param name="lp:indexes" as="xs:string*" select="'persons', 'orgs', 'places', 'works'"/>

  <!-- An entry's name in the index sorts by what the alphabet of the language says: letterpress
       sorts as on the site, another processor as well as it can. -->
  <xsl:function name="lp:collation" as="xs:string">
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="'urn:letterpress:alphabet:' || $ui"
      use-when="function-available('lpj:plural', 2)"/>
    <xsl:sequence select="'http://www.w3.org/2013/collation/UCA?lang=' || $ui"
      use-when="not(function-available('lpj:plural', 2))"/>
  </xsl:function>

  <!-- The registers that have an index. -->
  <xsl:function name="lp:indexed-registers" as="element(lp:register)*">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="for $kind in $lp:indexes
      return $volume/lp:registers/lp:register[@kind = $kind]"/>
  </xsl:function>

  <!-- Places of the text that an index element puts into an index. -->
  <xsl:function name="lp:index-elements" as="element(index)*">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="$volume/lp:text//index[term][not(parent::index)]"/>
  </xsl:function>

  <xsl:function name="lp:has-index" as="xs:boolean">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="exists(lp:index-elements($volume))
      or (some $entry in lp:indexed-registers($volume)/lp:entry
        satisfies exists(lp:printed-mentions($entry)))"/>
  </xsl:function>

  <!-- All indexes, one after the other. -->
  <xsl:template match="lp:volume" mode="lp:fo-index">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:apply-templates select="lp:indexed-registers(.)" mode="lp:fo-index"/>
    <xsl:for-each-group select="lp:index-elements(.)"
      group-by="(@indexName ! normalize-space(), 'subjects')[. ne ''][1]">
      <xsl:variable name="key" as="xs:string" select="'index-' || current-grouping-key()"/>
      <xsl:variable name="label" as="xs:string" select="lp:label($key, $ui)"/>
      <xsl:sequence select="lpi:index-heading($key,
        if ($label = $key) then current-grouping-key() else $label)"/>
      <xsl:sequence select="lpi:subjects(current-group() ! lpi:paths(., []), 1, $ui)"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- An index of one kind of entries: those that occur in a printed letter, and their other
       names. -->
  <xsl:template match="lp:register" mode="lp:fo-index">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="entries" as="element(lp:entry)*"
      select="lp:entry[exists(lp:printed-mentions(.))]"/>
    <xsl:if test="exists($entries)">
      <xsl:sequence select="lpi:index-heading('index-' || @kind, lp:label('index-' || @kind, $ui))"/>
      <xsl:variable name="lines" as="map(*)*" select="
        $entries ! map { 'sort': lp:index-name(.), 'entry': . },
        $entries ! (for $name in lp:other-index-names(.)
          return map { 'sort': $name, 'entry': ., 'see': true() })"/>
      <xsl:for-each select="$lines">
        <xsl:sort select="?sort" collation="{lp:collation($ui)}"/>
        <xsl:sort select="?sort"/>
        <xsl:choose>
          <xsl:when test="?see">
            <fo:block xsl:use-attribute-sets="lp:index-entry">
              <xsl:sequence select="lp:isolated(?sort, lp:direction-of-pages(?entry)),
                lpi:cross-reference('index-see', lpi:link(lp:index-id(?entry),
                  lp:index-name(?entry), ?entry), $ui)"/>
            </fo:block>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="?entry" mode="lp:fo-index"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:function name="lpi:index-heading" as="element(fo:block)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <fo:block xsl:use-attribute-sets="lp:register-heading" role="H2" id="{$id}">
      <xsl:call-template name="lp:running-head">
        <xsl:with-param name="text" select="$words"/>
      </xsl:call-template>
      <xsl:text>{$words}</xsl:text>
    </fo:block>
  </xsl:function>

  <!-- "Mao Zedong 3, 12–15, 148 n. 3". -->
  <xsl:template match="lp:entry" mode="lp:fo-index">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:block xsl:use-attribute-sets="lp:index-entry" id="{lp:index-id(.)}">
      <xsl:sequence select="lpi:link(lp:entry-id(.), lp:index-name(.), .)"/>
      <xsl:sequence select="lp:locators(lp:printed-mentions(.) ! lpi:mention-place(.), $ui)"/>
    </fo:block>
  </xsl:template>

  <!-- The id of an entry's line in the index. -->
  <xsl:function name="lp:index-id" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="'index-' || $entry/@kind || '-' || $entry/@id"/>
  </xsl:function>

  <!-- The name by which an entry is found: "Sowerby, Anna", where the sort name has the words of
       the name in another order; else the name, also where the surname comes first: "Mao Zedong". -->
  <xsl:function name="lp:index-name" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="words" as="function(*)" select="function($name) {
      string-join(sort(tokenize(lower-case($name), '[^\p{L}\p{M}\p{N}]+')[. ne '']), ' ') }"/>
    <xsl:sequence select="if (contains($entry/@sort, ',')
        and $words($entry/@sort) = $words($entry/@name)
        and not(starts-with($entry/@name, substring-before($entry/@sort, ',') || ' ')))
      then normalize-space($entry/@sort) else normalize-space($entry/@name)"/>
  </xsl:function>

  <!-- Other names in the register under which a reader may look: those in the alphabet of the name
       that do not begin with its first word; of a person those without it ("Alexius Mirek" is found
       beside "Mirek, Aleksy"); the shortest of those that begin alike. -->
  <xsl:function name="lp:other-index-names" as="xs:string*">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="name" as="xs:string" select="lp:index-name($entry)"/>
    <xsl:variable name="first" as="function(*)" select="function($words) {
      lower-case(tokenize($words, '[\s,.’'']+')[. ne ''][1]) }"/>
    <xsl:variable name="is-latin" as="function(*)" select="function($words) {
      matches($words, '^\P{L}*[A-Za-zÀ-ɏḀ-ỿ]') }"/>
    <xsl:variable name="others" as="xs:string*" select="$entry/*/(persName | orgName | placeName
      | self::place/(settlement | geogName)) ! (if (surname and forename)
        then string-join((string-join(surname ! lp:plain(.), ' '),
          string-join(forename ! lp:plain(.), ' '))[. ne ''], ', ')
        else lp:plain(.))"/>
    <xsl:variable name="useful" as="xs:string*" select="distinct-values($others)[. ne '']
      [not($first($name) = (tokenize(lower-case(.), '[\s,.’'']+')[. ne ''])
        [$entry/@kind = 'person' or position() = 1])][$is-latin(.) = $is-latin($name)]"/>
    <xsl:sequence select="$useful[every $other in $useful
      satisfies . = $other or not(starts-with(., $other))]"/>
  </xsl:function>

  <!-- Words that lead to another place of the book. -->
  <xsl:function name="lpi:link" as="element(fo:basic-link)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <fo:basic-link internal-destination="{$id}" fox:alt-text="{$words}">
      <xsl:sequence select="lp:isolated($words, lp:direction-of-pages($context))"/>
    </fo:basic-link>
  </xsl:function>

  <!-- ", see Government of the Soviet Union", the words of ours in italics. -->
  <xsl:function name="lpi:cross-reference" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="to" as="node()*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:analyze-string select="lp:label($key, $ui)" regex="\{{1\}}">
      <xsl:matching-substring>
        <xsl:sequence select="$to"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <fo:inline font-style="{if ($ui = 'zh') then 'normal' else 'italic'}">{.}</fo:inline>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- The mentions of an entry in letters of the book. -->
  <xsl:function name="lp:printed-mentions" as="element(lp:mention)*">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="$entry/lp:mention[key('lpi:letter-by-id', string(@letter))]"/>
  </xsl:function>

  <!-- Where a mention stands: a letter of which somebody is a sender or addressee from its first
       page to its last, another mention at its own place. Nothing where it was not printed. -->
  <xsl:function name="lpi:mention-place" as="map(*)?">
    <xsl:param name="mention" as="element(lp:mention)"/>
    <xsl:variable name="letter" as="xs:string" select="string($mention/@letter)"/>
    <xsl:choose>
      <xsl:when test="$mention/@role = ('sender', 'addressee')">
        <xsl:sequence select="lpi:at($letter, $letter || '-end', true(), '')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="id" as="xs:string"
          select="$letter || '-' || substring-after($mention/@href, '#')"/>
        <xsl:variable name="element" as="element()?"
          select="key('lpi:target', $id, root($mention))[1]"/>
        <xsl:variable name="printed" as="xs:string?"
          select="$element ! lpi:nearest-place(., $letter || '-')"/>
        <xsl:sequence select="$printed ! lpi:at(., ., false(),
          lp:mark-of-note-around($element))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The id of an element of the text, or of what surrounds it where it has no place of its own;
       nothing for what the view leaves out. -->
  <xsl:function name="lpi:nearest-place" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:variable name="around" as="element()*"
      select="$element/ancestor-or-self::*[@lp:mention or @lp:id or @lp:omit]"/>
    <xsl:if test="empty($around[contains(@lp:omit, $lp:view)])">
      <xsl:sequence select="($around ! ($prefix || (@lp:mention, @lp:id)[1]))
        [exists(lp:first-page(.))][last()]"/>
    </xsl:if>
  </xsl:function>

  <!-- The mark of the note at the foot of the page in which something stands; '' in the text. -->
  <xsl:function name="lp:mark-of-note-around" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string($element/ancestor-or-self::note[@lp:mark][last()] ! (
      if (lp:is-keyed-to-line(.)) then () else lp:note-mark(.)))"/>
  </xsl:function>

  <!-- From one id to another, as pages. -->
  <xsl:function name="lpi:at" as="map(*)?">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="strong" as="xs:boolean"/>
    <xsl:param name="note" as="xs:string"/>
    <xsl:variable name="first" as="xs:integer?" select="lp:first-page($from)"/>
    <xsl:if test="exists($first)">
      <xsl:sequence select="map { 'id': $from, 'first': $first, 'strong': $strong, 'note': $note,
        'last': max(($first, (lp:last-page($to), lp:last-page($from))[1])) }"/>
    </xsl:if>
  </xsl:function>

  <!-- Places as they stand behind a name: ", 3, 12–15, 148 n. 3". Pages of letters written or
       received are bold, and swallow what is mentioned on them; a note is named only where the text
       of its page says nothing. -->
  <xsl:function name="lp:locators" as="node()*">
    <xsl:param name="places" as="map(*)*"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="strong" as="map(xs:integer, xs:string)"
      select="lpi:pages($places[?strong])"/>
    <xsl:variable name="text" as="map(xs:integer, xs:string)"
      select="map:remove(lpi:pages($places[not(?strong)][?note = '']), map:keys($strong))"/>
    <xsl:variable name="notes" as="map(*)*">
      <xsl:for-each-group select="$places[?note ne '']
        [not(map:contains($strong, ?first) or map:contains($text, ?first))]"
        group-by="?first || ' ' || ?note">
        <xsl:sequence select="map { 'from': ?first, 'to': ?first, 'start': ?id, 'end': ?id,
          'strong': false(), 'note': ?note }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:for-each select="lpi:runs($strong, true()), lpi:runs($text, false()), $notes">
      <xsl:sort select="?from" data-type="number"/>
      <xsl:if test="position() = 1">&#x2002;</xsl:if>
      <xsl:if test="position() gt 1">{lp:label('index-separator', $ui)}</xsl:if>
      <xsl:choose>
        <xsl:when test="?strong">
          <fo:inline font-weight="bold">
            <xsl:sequence select="lpi:run(., $ui)"/>
          </fo:inline>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="lpi:run(., $ui)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- Each page of some places, with the first id on it. -->
  <xsl:function name="lpi:pages" as="map(xs:integer, xs:string)">
    <xsl:param name="places" as="map(*)*"/>
    <xsl:sequence select="map:merge($places
      ! (for $page in ?first to ?last return map:entry($page, ?id)),
      map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <!-- Consecutive pages become one run; roman and arabic pages do not mix. -->
  <xsl:function name="lpi:runs" as="map(*)*">
    <xsl:param name="pages" as="map(xs:integer, xs:string)"/>
    <xsl:param name="strong" as="xs:boolean"/>
    <xsl:variable name="sorted" as="xs:integer*" select="sort(map:keys($pages))"/>
    <xsl:for-each-group select="1 to count($sorted)"
      group-adjacent="($sorted[current()] - .) || matches(lp:folio($sorted[current()]), '\d')">
      <xsl:variable name="from" as="xs:integer" select="$sorted[current-group()[1]]"/>
      <xsl:variable name="to" as="xs:integer" select="$sorted[current-group()[last()]]"/>
      <xsl:sequence select="map { 'from': $from, 'to': $to, 'start': $pages($from),
        'end': $pages($to), 'strong': $strong, 'note': '' }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- One place of an entry, each number a link to its page. -->
  <xsl:function name="lpi:run" as="node()*">
    <xsl:param name="run" as="map(*)"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="from" as="xs:string" select="lp:folio($run?from)"/>
    <xsl:variable name="to" as="xs:string" select="lp:folio($run?to)"/>
    <xsl:choose>
      <xsl:when test="$run?note ne ''">
        <xsl:sequence select="lpi:locator($run?start,
          lp:label('index-note', $ui, ($from, $run?note)), $ui)"/>
      </xsl:when>
      <xsl:when test="$run?from = $run?to">
        <xsl:sequence select="lpi:locator($run?start, $from, $ui)"/>
      </xsl:when>
      <xsl:when test="$lp:index-ranges = 'ff'">
        <xsl:sequence select="lpi:locator($run?start, lp:label(
          if ($run?to = $run?from + 1) then 'index-f' else 'index-ff', $ui, $from), $ui)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="lpi:locator($run?start, $from, $ui)"/>
        <xsl:text>–</xsl:text>
        <xsl:sequence select="lpi:locator($run?end, lp:range-end($from, $to, $lp:index-ranges),
          $ui)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="lpi:locator" as="element(fo:basic-link)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <fo:basic-link internal-destination="{$id}" fox:alt-text="{lp:label('page', $ui, $words)}">
      <xsl:value-of select="$words"/>
    </fo:basic-link>
  </xsl:function>

  <!-- The end of a range as the style has it: of 148 and 149 "149", "49" or "9". Numbers of
       different length, those that end in a hundred before them, and roman ones are written out. -->
  <xsl:function name="lp:range-end" as="xs:string">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="style" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($to)"/>
    <xsl:variable name="same" as="xs:integer" select="(0, for $i in 1 to $length
      return $i[substring($from, 1, $i) = substring($to, 1, $i)])[last()]"/>
    <xsl:variable name="kept" as="xs:integer" select="
      if ($style = 'least') then $length - $same
      else if ($style = 'two-digits') then max((2, $length - $same))
      else $length"/>
    <xsl:sequence select="if (matches($from || $to, '^\d+$') and string-length($from) = $length)
      then substring($to, $length - min(($length, $kept)) + 1) else $to"/>
  </xsl:function>

  <!-- The headings that an index element gives, from the widest to its own, one array for each:
       <index><term>war</term><index><term>causes</term></index></index> gives [war, causes]. -->
  <xsl:function name="lpi:paths" as="map(*)*">
    <xsl:param name="index" as="element(index)"/>
    <xsl:param name="above" as="array(element(term))"/>
    <xsl:for-each select="$index/term">
      <xsl:variable name="path" as="array(element(term))" select="array:append($above, .)"/>
      <xsl:variable name="inner" as="element(index)?" select="following-sibling::*[1]/self::index"/>
      <xsl:sequence select="if ($inner) then lpi:paths($inner, $path)
        else map { 'path': $path, 'index': $index/ancestor-or-self::index[last()] }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The words of a heading, and what it is sorted by. -->
  <xsl:function name="lpi:heading" as="xs:string">
    <xsl:param name="term" as="element(term)"/>
    <xsl:sequence select="lp:plain($term/node()[not(lpi:is-cross-reference(.))])
      => replace('[\s,;:.]+$', '')"/>
  </xsl:function>

  <xsl:function name="lpi:is-cross-reference" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::ref[lower-case(@type) = ('see', 'seealso',
      'see-also')])"/>
  </xsl:function>

  <!-- Headings of one level with their places, and the level below them. -->
  <xsl:function name="lpi:subjects" as="element(fo:block)*">
    <xsl:param name="paths" as="map(*)*"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:for-each-group select="$paths" group-by="lpi:heading(?path($level))">
      <xsl:sort select="((current-group() ! ?path($level))/@sortKey, current-grouping-key())[1]"
        collation="{lp:collation($ui)}"/>
      <xsl:sort select="current-grouping-key()"/>
      <xsl:variable name="own" as="map(*)*"
        select="current-group()[array:size(?path) = $level]"/>
      <xsl:variable name="references" as="element(ref)*"
        select="($own ! ?path($level))/ref[lpi:is-cross-reference(.)]"/>
      <xsl:variable name="see" as="xs:string*"
        select="distinct-values($references[lower-case(@type) = 'see'] ! lp:plain(.))"/>
      <xsl:variable name="also" as="xs:string*" select="distinct-values((
        $references[lower-case(@type) ne 'see'] ! lp:plain(.),
        $own?index ! lpi:headings-of-corresp(.)))"/>
      <fo:block xsl:use-attribute-sets="lp:index-entry">
        <xsl:attribute name="start-indent" select="(1.5 + ($level - 1)) || 'em'"/>
        <xsl:sequence select="lp:isolated(current-grouping-key(),
          lp:direction-of-pages(($own, current-group())[1]?index))"/>
        <xsl:sequence select="lp:locators($own[empty(?path($level)/ref[lower-case(@type) = 'see'])]
          ?index ! lpi:index-place(.), $ui)"/>
        <xsl:sequence select="$see ! lpi:cross-reference('index-see', lpi:text(.), $ui),
          $also ! lpi:cross-reference('index-see-also', lpi:text(.), $ui)"/>
      </fo:block>
      <xsl:sequence select="lpi:subjects(current-group()[array:size(?path) gt $level],
        $level + 1, $ui)"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="lpi:text" as="text()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:value-of select="$words"/>
  </xsl:function>

  <!-- Headings of the index elements to which @corresp of another leads. -->
  <xsl:function name="lpi:headings-of-corresp" as="xs:string*">
    <xsl:param name="index" as="element(index)"/>
    <xsl:for-each select="tokenize($index/@corresp) ! substring-after(., '#')">
      <xsl:sequence select="key('lpi:index-by-id', ., root($index))[1]/term[1] ! lpi:heading(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:key name="lpi:index-by-id" match="index[@xml:id]" use="string(@xml:id)"/>

  <!-- Where an index element stands; with @spanTo, up to that place. -->
  <xsl:function name="lpi:index-place" as="map(*)?">
    <xsl:param name="index" as="element(index)"/>
    <xsl:variable name="prefix" as="xs:string"
      select="lp:letter-id($index/ancestor::TEI[1]) || '-'"/>
    <xsl:variable name="id" as="xs:string" select="$prefix || $index/@lp:id"/>
    <xsl:sequence select="lpi:at($id, if ($index/@spanTo)
      then $prefix || substring-after($index/@spanTo, '#') else $id, false(),
      lp:mark-of-note-around($index))"/>
  </xsl:function>
</xsl:stylesheet>
