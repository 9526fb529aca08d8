<?xml version="1.0" encoding="UTF-8"?>
<!-- The transcription is made plain: special characters get their signs, words that a line or page
     end parts are joined, deletions that were taken back are marked, hands get their names, and
     parallel versions of a text say what they are (TEI Guidelines 3.10, 5, 11). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="functions.xsl"/>
  <xsl:import href="../common/views.xsl"/>

  <xsl:mode name="lp:transcription" on-no-match="shallow-copy"/>

  <!-- What the templates below look up, gathered once for each letter. -->
  <xsl:template match="document-node()" mode="lp:transcription">
    <xsl:variable name="breaks" as="element()*" select="//text//*[self::lb or self::pb or self::cb
      or self::gb or self::milestone][lpi:is-inside-word(.)]"/>
    <xsl:apply-templates mode="lp:transcription">
      <!-- Such breaks, and the text before and after them, by identity. -->
      <xsl:with-param name="lpi:breaks" as="map(xs:string, xs:boolean)" tunnel="yes"
        select="lp:identities($breaks)"/>
      <xsl:with-param name="lpi:before" as="map(xs:string, xs:boolean)" tunnel="yes"
        select="lp:identities($breaks ! lpi:text-before(.))"/>
      <xsl:with-param name="lpi:after" as="map(xs:string, xs:boolean)" tunnel="yes"
        select="lp:identities($breaks ! lpi:text-after(.))"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="lb | pb | cb | gb | milestone" mode="lp:transcription">
    <xsl:param name="lpi:breaks" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists($lpi:breaks(generate-id()))">
        <xsl:attribute name="break" select="'no'"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:transcription"/>
    </xsl:copy>
  </xsl:template>

  <!-- White space beside the break is the encoder's; the hyphen before it belongs to the line, not
       to the word: "Wood- <lb break="no"/> stock" gives
       "Wood<pc lp:line-end="true">-</pc><lb break="no"/>stock". -->
  <xsl:template match="text//text()" mode="lp:transcription">
    <xsl:param name="lpi:before" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:param name="lpi:after" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="before" as="xs:boolean" select="exists($lpi:before(generate-id()))"/>
    <xsl:variable name="after" as="xs:boolean" select="exists($lpi:after(generate-id()))"/>
    <xsl:choose>
      <xsl:when test="$before or $after">
        <xsl:variable name="head" as="xs:string"
          select="if ($after) then replace(., '^\s+', '') else string()"/>
        <xsl:variable name="text" as="xs:string"
          select="if ($before) then replace($head, '\s+$', '') else $head"/>
        <xsl:variable name="hyphen" as="xs:string"
          select="substring($text, string-length($text))[$before][not(current()/parent::pc)]
            [matches(., $lpi:hyphen)] => string()"/>
        <xsl:value-of select="substring($text, 1, string-length($text) - string-length($hyphen))"/>
        <xsl:if test="$hyphen ne ''">
          <pc lp:line-end="true">{$hyphen}</pc>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(choice | subst)/text()[lp:is-white-of-encoding(.)]" mode="lp:transcription"
    priority="1"/>

  <!-- A pc that holds nothing but the hyphen of a parted word. -->
  <xsl:template match="text//pc[matches(normalize-space(), $lpi:hyphen)]" mode="lp:transcription">
    <xsl:param name="lpi:before" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists(text()/$lpi:before(generate-id()))">
        <xsl:attribute name="lp:line-end" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:transcription"/>
    </xsl:copy>
  </xsl:template>

  <!-- Characters outside Unicode (Guidelines 5): a g without text takes what the charDecl maps it
       to; where the mapping differs for the reading and the diplomatic text, both are given. -->
  <xsl:key name="lpi:character" match="char | glyph" use="@xml:id"/>

  <xsl:template match="text//g[not(normalize-space())]" mode="lp:transcription">
    <xsl:variable name="character" as="element()?"
      select="key('lpi:character', replace(@ref, '^.*#', ''))[1]"/>
    <xsl:variable name="mappings" as="element(mapping)*"
      select="$character/mapping[normalize-space()]"/>
    <xsl:variable name="written" as="element(mapping)?"
      select="($mappings[@type = ('diplomatic', 'Unicode', 'unicode')], $mappings)[1]"/>
    <xsl:variable name="read" as="element(mapping)?" select="($mappings[@type = ('standard',
      'standardized', 'standardised', 'normalized', 'normalised', 'modern', 'simplified',
      'composed')], $written)[1]"/>
    <xsl:choose>
      <xsl:when test="empty($mappings)">
        <!-- The replacement character, with the name of what it stands for. -->
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:attribute name="lp:title" select="($character/charName,
            $character/glyphName, $character/localName, $character/localProp[@name = 'Name']/@value,
            $character/unicodeProp[@name = 'Name']/@value, $character/desc, $character/@xml:id,
            @ref, 'g')[normalize-space()][1] ! normalize-space()"/>
          <xsl:attribute name="lp:generated" select="'true'"/>
          <xsl:text>&#xFFFD;</xsl:text>
        </xsl:copy>
      </xsl:when>
      <xsl:when test="$read = $written">
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:attribute name="lp:generated" select="'true'"/>
          <xsl:value-of select="normalize-space($read)"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <choice>
          <orig>
            <xsl:copy>
              <xsl:copy-of select="@*"/>
              <xsl:attribute name="lp:generated" select="'true'"/>
              <xsl:value-of select="normalize-space($written)"/>
            </xsl:copy>
          </orig>
          <reg>
            <g lp:generated="true">{normalize-space($read)}</g>
          </reg>
        </choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A deletion that was taken back counts as text. -->
  <xsl:template match="text//del | text//delSpan" mode="lp:transcription">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="lpi:hand(.)"/>
      <xsl:if test="lp:is-restored(.)">
        <xsl:attribute name="lp:restored" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:transcription"/>
    </xsl:copy>
  </xsl:template>

  <!-- Hands: @hand, handShift/@new, or a handShift/@resp that names a hand, in words: an attribute,
       or nothing. -->
  <xsl:function name="lpi:hand" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="hands" as="element(handNote)*" select="
      ($element/@hand, $element/self::handShift/(@new, @resp)) ! tokenize(.)
      ! replace(., '^.*#', '') ! key('lpi:hand', ., root($element))[1]"/>
    <xsl:variable name="name" as="xs:string?" select="$hands[1] ! (
      normalize-space()[. ne ''][string-length(.) le 60],
      string-join((@scribe, @medium ! translate(., '_', ' '))[normalize-space()], ', ')[. ne ''],
      normalize-space((persName, name)[1])[. ne ''])[1]"/>
    <xsl:if test="exists($name)">
      <xsl:attribute name="lp:title" select="$name"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="text//handShift | text//add | text//note[@hand]"
    mode="lp:transcription">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="lpi:hand(.)"/>
      <xsl:apply-templates mode="lp:transcription"/>
    </xsl:copy>
  </xsl:template>

  <!-- Parallel versions: texts or divisions side by side whose types name different versions of
       the same letter. Where the facts of the letter number its versions and no type says more, the
       first is the original and the others translate it. -->
  <xsl:variable name="lpi:versions" as="map(xs:string, xs:string)" static="yes" select="map {
    'original': 'original', 'source': 'original', 'orig': 'original',
    'translation': 'translation', 'translated': 'translation', 'trans': 'translation',
    'diplomatic': 'diplomatic', 'transcription': 'diplomatic', 'transcript': 'diplomatic',
    'normalized': 'normalized', 'normalised': 'normalized', 'regularized': 'normalized',
    'edited': 'normalized', 'reading': 'normalized', 'critical': 'normalized'}"/>

  <xsl:template match="text[parent::text or parent::group] | text//div" mode="lp:transcription">
    <xsl:variable name="rivals" as="element()*" select="if (exists(lpi:version(.)))
      then ../*[node-name(.) = node-name(current())][lpi:version(.)] else ()"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="count(distinct-values($rivals ! lpi:version(.))) gt 1
        or count($rivals) gt 1 and $rivals/@type = 'translation'">
        <xsl:attribute name="lp:version" select="lpi:version(.)"/>
        <xsl:if test="lpi:are-aligned($rivals)">
          <xsl:attribute name="lp:aligned" select="'true'"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates mode="lp:transcription"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="lpi:version" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(($element/@type, $element/@subtype) ! $lpi:versions(lower-case(.)),
      if ($element/@lp:version-number = '1') then 'original'
      else if ($element/@lp:version-number) then 'translation' else ())[1]"/>
  </xsl:function>

  <!-- Two versions run side by side when parts of one name parts of the other, or when they have
       the same number of paragraphs. -->
  <xsl:function name="lpi:are-aligned" as="xs:boolean">
    <xsl:param name="versions" as="element()*"/>
    <xsl:sequence select="count($versions) = 2 and (
      $versions[1]//@xml:id = $versions[2]//@corresp ! tokenize(.) ! substring-after(., '#')
      or $versions[2]//@xml:id = $versions[1]//@corresp ! tokenize(.) ! substring-after(., '#')
      or count($versions[1]//(p | ab | l)) = count($versions[2]//(p | ab | l)))"/>
  </xsl:function>
</xsl:stylesheet>
