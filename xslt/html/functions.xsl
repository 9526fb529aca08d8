<?xml version="1.0" encoding="UTF-8"?>
<!-- Questions that several HTML modules ask of an element: is it a block, where does its link go,
     which class names does it get. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Elements that always stand as blocks of their own. -->
  <xsl:variable name="lpi:blocks" as="xs:string*" select="
    'p', 'ab', 'list', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listWit',
    'listObject', 'table', 'figure', 'lg', 'l', 'floatingText', 'text', 'group', 'front', 'body',
    'back', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'head', 'trailer',
    'opener', 'closer', 'postscript', 'titlePage', 'docTitle', 'docImprint', 'epigraph',
    'argument', 'imprimatur', 'sp', 'speaker', 'msDesc', 'person', 'place', 'org', 'event',
    'item', 'row', 'cell', 'blockquote'"/>

  <!-- Elements that are blocks between blocks and stay in the line within running text. -->
  <xsl:variable name="lpi:movable" as="xs:string*" select="
    'dateline', 'salute', 'signed', 'byline', 'address', 'stamp', 'docAuthor', 'docDate',
    'docEdition', 'pubPlace', 'publisher', 'titlePart', 'stage', 'accMat'"/>

  <!-- Elements whose children are blocks. -->
  <xsl:variable name="lpi:containers" as="xs:string*" select="
    'text', 'front', 'body', 'back', 'group', 'floatingText', 'div', 'div1', 'div2', 'div3',
    'div4', 'div5', 'div6', 'div7', 'opener', 'closer', 'postscript', 'titlePage', 'docImprint',
    'docTitle', 'epigraph', 'argument', 'byline', 'figure', 'lg', 'accMat'"/>

  <!-- Does the element become a block? A quotation does when it stands between blocks, holds
       blocks, or says so in @rend; a note that is printed in the list never does. -->
  <xsl:function name="lp:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="
      if ($name = $lpi:blocks) then true()
      else if ($name = $lpi:movable) then lp:stands-alone($element)
      else if ($name = ('q', 'quote', 'said')) then
        lp:is-between-blocks($element) or lp:has-blocks($element)
        or tokenize($element/@rend) = ('block', 'display', 'blockquote')
      else if ($name = 'cit') then lp:has-blocks($element) or lp:is-between-blocks($element)
      else if ($name = 'formula') then tokenize($element/@rend) = ('block', 'display')
      else false()"/>
  </xsl:function>

  <!-- Does the element stand among blocks, with no running text beside it? -->
  <xsl:function name="lp:is-between-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element/..) = $lpi:containers
      and (every $text in $element/../text() satisfies normalize-space($text) = '')"/>
  </xsl:function>

  <!-- Does a part of a letter's frame have a line of its own? Between blocks it has; the dateline,
       the signature and the address in lines of an opener or closer have one beside bare words, too. -->
  <xsl:function name="lp:stands-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="lp:is-between-blocks($element)
      or exists($element[self::dateline or self::signed or self::address[addrLine[2]]]
        [parent::opener or parent::closer])"/>
  </xsl:function>

  <!-- Will anything inside the element become a block? Then it cannot be a span or a p.
       A quotation that is no block has been looked into already: asking twice at each level would
       take twice as long with each level of quotations in quotations. -->
  <xsl:function name="lp:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/*[not(self::note[@lp:mark])]
      satisfies (lp:is-block($child)
        or not(local-name($child) = ('q', 'quote', 'said', 'cit')) and lp:has-blocks($child))"/>
  </xsl:function>

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

  <!-- Is the element written from right to left? Decided by script, else by language:
       "he" and "az-Arab" yes, "ar-Latn" no. -->
  <xsl:function name="lp:is-right-to-left" as="xs:boolean">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:variable name="tag" as="xs:string" select="lower-case(string($lang))"/>
    <xsl:variable name="script" as="xs:string?"
      select="tokenize($tag, '-')[position() gt 1][string-length(.) = 4][1]"/>
    <xsl:sequence select="if (exists($script))
      then $script = ('arab', 'hebr', 'syrc', 'syrj', 'syre', 'syrn', 'thaa', 'nkoo', 'samr')
      else tokenize($tag, '-')[1] = ('he', 'ar', 'syr', 'syc', 'fa', 'yi', 'ur', 'iw', 'ji', 'arc', 'ps',
        'sd', 'ug', 'dv', 'ckb', 'ota', 'hbo')"/>
  </xsl:function>

  <!-- A reference that a browser may follow: http, https, mailto or relative; else nothing.
       Line ends are removed first, as browsers do: "java&#10;script:" is a scheme to them. -->
  <xsl:function name="lp:safe-href" as="xs:string?">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string"
      select="translate(normalize-space($href), '&#9;&#10;&#13;', '')"/>
    <xsl:sequence select="
      if ($plain = '' or starts-with($plain, '//') or contains($plain, '\')) then ()
      else if (matches($plain, '^[^/?#]*:'))
        then $plain[matches(., '^(https?://|mailto:)', 'i')]
      else $plain"/>
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
      else if (matches($safe, '^[^/?#]*:') or starts-with($safe, '#')) then $safe
      else if ($page ne '' and starts-with($safe, $page || '#')) then substring-after($safe, $page)
      else $root || $safe"/>
  </xsl:function>

  <!-- From a page to the root of the site: "letters/b.html" gives "../". -->
  <xsl:function name="lp:root" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:sequence select="string-join((tokenize($page, '/')[position() gt 1]) ! '../')"/>
  </xsl:function>

  <!-- What @rend and its kin ask for, in our own small vocabulary, one class name each:
       rend="i", rend="italics", rendition="#it" all give "lp-italic"; what we do not know gives
       nothing. -->
  <xsl:variable name="lpi:renditions" as="map(xs:string, xs:string)" select="map {
    'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'it': 'italic', 'ital': 'italic',
    'sectiontitleital': 'italic', 'bold': 'bold', 'b': 'bold', 'strong': 'bold', 'fett': 'bold',
    'underline': 'underline', 'underlined': 'underline', 'u': 'underline', 'ul': 'underline',
    'double-underline': 'double-underline', 'uu': 'double-underline',
    'doubleunderline': 'double-underline', 'superscript': 'superscript', 'sup': 'superscript',
    'super': 'superscript', 'supserscript': 'superscript', 'subscript': 'subscript',
    'sub': 'subscript', 'smallcaps': 'smallcaps', 'small-caps': 'smallcaps', 'sc': 'smallcaps',
    'caps': 'caps', 'uppercase': 'caps', 'allcaps': 'caps', 'strikethrough': 'strike',
    'strike': 'strike', 'strikeout': 'strike', 'line-through': 'strike', 'overstrike': 'strike',
    'spaced': 'spaced', 'g': 'spaced', 'gesperrt': 'spaced', 'letter-spaced': 'spaced',
    'roman': 'upright', 'upright': 'upright', 'normal': 'upright', 'larger': 'larger',
    'large': 'larger', 'smaller': 'smaller', 'small': 'smaller', 'center': 'center',
    'centre': 'center', 'centered': 'center', 'align(center)': 'center', 'right': 'right',
    'align(right)': 'right', 'flushright': 'right', 'left': 'left', 'align(left)': 'left',
    'flushleft': 'left', 'indent': 'indent', 'indented': 'indent', 'hanging': 'hanging',
    'noindent': 'noindent', 'overline': 'overline', 'boxed': 'boxed', 'latin': 'latin',
    'antiqua': 'latin', 'kurrent': 'kurrent', 'typewriter': 'typewriter', 'tt': 'typewriter',
    'margin': 'margin', 'wavy': 'wavy', 'squiggle': 'wavy', 'squiggles': 'wavy'}"/>

  <xsl:function name="lp:renditions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="distinct-values(
      ($element/@rend, $element/@rendition)
      ! tokenize(lower-case(.)) ! replace(., '^#', '') ! $lpi:renditions(.))"/>
  </xsl:function>

  <!-- A value of the source as part of a class name: "to add" gives "to-add". -->
  <xsl:function name="lp:class-name" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="replace(normalize-space($value), '[^\p{L}\p{N}_-]+', '-')"/>
  </xsl:function>

  <!-- The text of nodes in one line, without notes. -->
  <xsl:function name="lp:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="node()*">
      <xsl:apply-templates select="$nodes" mode="lp:plain-text"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <xsl:template match="note[@lp:mark] | processing-instruction() | comment()"
    mode="lp:plain-text"/>

  <xsl:template match="lb | pb | cb" mode="lp:plain-text">
    <xsl:if test="not(@break = 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

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
    <!-- The hand that wrote it, the character it stands for. -->
    <xsl:if test="@lp:title and not(self::handShift)">
      <xsl:attribute name="title" select="@lp:title"/>
    </xsl:if>
    <xsl:apply-templates select="@xml:lang" mode="lp:attributes"/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="lp:attributes" as="attribute()*">
    <xsl:if test="matches(., '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$')">
      <xsl:attribute name="lang" select="."/>
      <xsl:choose>
        <xsl:when test="lp:is-right-to-left(.)">
          <xsl:attribute name="dir" select="'rtl'"/>
        </xsl:when>
        <xsl:when test="lp:is-right-to-left(../ancestor::*[@xml:lang][1]/@xml:lang)">
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

  <!-- Children that are all elements, set out one after the other with a comma between,
       unless they are blocks: for structured records without punctuation of their own. Mixed content stays as it is. -->
  <xsl:template name="lp:joined">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="separator" as="xs:string" select="', '"/>
    <xsl:choose>
      <xsl:when test="$nodes[self::text()][normalize-space()]">
        <xsl:apply-templates select="$nodes" mode="lp:html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="parts" as="element()*"
          select="$nodes[self::*][normalize-space() or .//ptr or self::ptr]"/>
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
