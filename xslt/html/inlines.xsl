<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements within the line: highlighting, names, links, quoted words
     (TEI Guidelines 3.3 to 3.7, 13). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Elements that mean something and look like the text around them, or as the style sheet
       says. -->
  <xsl:template match="seg | foreign | emph | term | gloss | mentioned | title | num
    | measure | measureGrp | abbr | expan | am | ex | w | c | pc | g | s | cl | phr | m | email
    | forename | surname | roleName | addName | nameLink | genName | orig | reg | rendition
    | distinct | unit | geogFeat | offset | code | att | val | gi | tag | ident
    | secl | redo | retrace | mod | listTranspose | birth | death | floruit | age
    | sex | gender | occupation | affiliation | nationality | education | faith | residence
    | location | state | trait | geo | population | terrain | climate | persona | langKnown
    | langKnowledge | socecStatus | precision | eg | headItem | headLabel | lang
    | transpose"
    mode="lp:html">
    <xsl:element name="{lp:tag(., lp:inline-tag(.))}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- The parts of a name are parted where they do not run on: common/names.xsl. -->
  <xsl:template match="(forename | surname | genName | roleName | addName | nameLink)
    [lp:is-glued-in-record(.)]" mode="lp:html" priority="1">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- A dash of two hyphens does not end a line with the one and begin the next with the other. -->
  <xsl:template match="text()[contains(., '--')]" mode="lp:html">
    <xsl:analyze-string select="." regex="-{{2,}}">
      <xsl:matching-substring>
        <span class="lp-dash">{.}</span>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- The HTML element that says the same, where there is one. -->
  <xsl:function name="lp:inline-tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="rend" as="xs:string*" select="lp:renditions($element)"/>
    <xsl:sequence select="
      if ($element/self::emph) then 'em'
      else if ($element/self::title) then
        (if ($element/@level = ('a', 'u') or $element/parent::analytic) then 'span' else 'cite')
      else if ($element/self::foreign) then 'i'
      else if (not($element/self::hi)) then 'span'
      else if ($rend = 'superscript') then 'sup'
      else if ($rend = 'subscript') then 'sub'
      else if ($rend = 'bold') then 'b'
      else if ($rend = 'italic') then 'i'
      else if ($rend = 'strike') then 's'
      else if ($rend = ('underline', 'double-underline')) then 'u'
      else 'span'"/>
  </xsl:function>

  <xsl:template match="hi" mode="lp:html">
    <xsl:element name="{lp:tag(., lp:inline-tag(.))}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="
          if (empty(lp:renditions(.))) then 'lp-hi-other' else ()"/>
      </xsl:apply-templates>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Quoted words. Marks are added only when the source has none of its own, inside or beside
       the element. -->
  <xsl:template match="q | quote | said | soCalled" mode="lp:html">
    <xsl:param name="lp:quotations" as="element()*" select="()" tunnel="yes"/>
    <xsl:variable name="marks" as="xs:string*" select="lp:quotation-marks(., $lp:quotations)"/>
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:sequence select="lp:sign($marks[1])"/>
      <xsl:apply-templates mode="lp:html">
        <xsl:with-param name="lp:quotations" as="element()*" tunnel="yes"
          select="$lp:quotations, ."/>
      </xsl:apply-templates>
      <xsl:sequence select="lp:sign($marks[2])"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="cit" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Dates carry their value for machines. -->
  <xsl:template match="date | time" mode="lp:html" priority="1">
    <xsl:variable name="when" as="xs:string?"
      select="(@when, @when-iso)[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')][1]"/>
    <xsl:choose>
      <xsl:when test="@lp:href">
        <xsl:next-match/>
      </xsl:when>
      <xsl:when test="exists($when) and not(lp:has-blocks(.))">
        <time datetime="{$when}">
          <xsl:apply-templates select="." mode="lp:attributes"/>
          <xsl:apply-templates mode="lp:html"/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{lp:tag(., 'span')}">
          <xsl:apply-templates select="." mode="lp:attributes"/>
          <xsl:apply-templates mode="lp:html"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Names. With lp:href they lead to the register; where several lines of the source name one
       thing each keeps its own anchor. -->
  <xsl:template match="persName | placeName | orgName | objectName | eventName | rs | name
    | geogName | settlement | country | region | district | bloc | date | time | term[@lp:href]
    | gloss[@lp:href] | title[@lp:href] | bibl[@lp:href] | num[@lp:href] | seg[@lp:href]
    | objectType[@lp:href]" mode="lp:html">
    <xsl:element name="{lp:tag(., if (self::title) then lp:inline-tag(.) else 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="('lp-entity', @lp:kind ! ('lp-kind-' || .))
          [current()/@lp:href]"/>
      </xsl:apply-templates>
      <xsl:call-template name="lp:second-id"/>
      <xsl:call-template name="lp:linked-content"/>
    </xsl:element>
  </xsl:template>

  <!-- References. Without a target that may be followed they are plain text. -->
  <xsl:template match="ref" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:call-template name="lp:second-id"/>
      <xsl:call-template name="lp:linked-content"/>
    </xsl:element>
  </xsl:template>

  <!-- A pointer has no words of its own: the mark of the note, the title of the target, or its
       address. -->
  <xsl:template match="ptr" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="page" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?"
      select="if (@lp:link = 'none') then () else lp:url(@lp:href, $root, $page)"/>
    <xsl:if test="exists($href)">
      <xsl:variable name="note" as="element(note)?" select="
        if (starts-with($href, '#'))
        then (ancestor::TEI[1]//note[@lp:mark][@lp:id = substring($href, 2)])[1] else ()"/>
      <a href="{$href}">
        <xsl:apply-templates select="." mode="lp:attributes">
          <xsl:with-param name="classes" select="'lp-sign'"/>
        </xsl:apply-templates>
        <xsl:text>{
          if ($note) then lp:label('note-number', $ui, string($note/@lp:mark))
          else if (@lp:title) then @lp:title
          else if (@lp:link = 'external') then replace($href, '^(https?://|mailto:)', '')
          else lp:label('see-there', $ui)
        }</xsl:text>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- The content of a link. No link may hold another, so content that brings its own (a note
       call, a name inside a name) is left outside, and the rest around it is linked. -->
  <xsl:template name="lp:linked-content">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="page" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="
      if (@lp:link = 'none') then () else lp:url(@lp:href, $root, $page)"/>
    <xsl:choose>
      <xsl:when test="empty($href)">
        <xsl:apply-templates mode="lp:html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="external" as="xs:boolean" select="lp:has-scheme($href)"/>
        <xsl:for-each-group select="node()" group-adjacent="lp:brings-links(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()
              or not(normalize-space(string-join(current-group())))">
              <xsl:apply-templates select="current-group()" mode="lp:html"/>
            </xsl:when>
            <xsl:otherwise>
              <a href="{$href}">
                <xsl:if test="$external">
                  <xsl:attribute name="class" select="'lp-external'"/>
                </xsl:if>
                <xsl:apply-templates select="current-group()" mode="lp:html"/>
              </a>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="lp:brings-links" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/descendant-or-self::*[@lp:href or self::note or self::ref
      or self::ptr or self::figure or self::graphic or self::p[@lp:id] or self::ab[@lp:id]])"/>
  </xsl:function>

  <!-- An anchor is a place without words, and a path a stroke without any. -->
  <xsl:template match="anchor | path | index | addSpan | delSpan | damageSpan | interp | interpGrp
    | join | link | linkGrp | alt | altGrp | certainty | fsdDecl | timeline | spanGrp | substJoin"
    mode="lp:html lp:left-out">
    <xsl:if test="@lp:id or @lp:mention">
      <span id="{(@lp:mention, @lp:id)[1]}"/>
    </xsl:if>
  </xsl:template>

  <!-- Ruby: base and gloss. -->
  <xsl:template match="ruby" mode="lp:html">
    <xsl:element name="{if (lp:has-blocks(.)) then 'div' else 'ruby'}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="rb" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="rt" mode="lp:html">
    <xsl:element name="{if (lp:has-blocks(.)) then 'div' else 'rt'}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Formulas: MathML is handed to the browser, any other notation is text. -->
  <xsl:template match="formula" mode="lp:html">
    <xsl:element name="{if (lp:is-block(.)) then 'div' else lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Only MathML's own elements, and of their attributes only those that cannot load or run. -->
  <xsl:template match="m:*[local-name() = ('math', 'mi', 'mo', 'mn', 'ms', 'mtext', 'mspace',
    'mrow', 'mfrac', 'msqrt', 'mroot', 'msup', 'msub', 'msubsup', 'mover', 'munder',
    'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded',
    'mphantom', 'menclose', 'mfenced', 'merror')]" mode="lp:html"
    xmlns:m="http://www.w3.org/1998/Math/MathML">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:copy-of select="@*[namespace-uri() = ''][local-name() = ('display', 'mathvariant',
        'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'open', 'close', 'accent',
        'accentunder', 'linethickness', 'columnalign', 'rowspan', 'columnspan', 'width',
        'height', 'depth', 'notation', 'displaystyle', 'scriptlevel')]"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
