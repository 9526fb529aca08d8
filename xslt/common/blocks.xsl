<?xml version="1.0" encoding="UTF-8"?>
<!-- Which elements stand as blocks, and which stay in the line: the same on the page and in print. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Elements that always stand as blocks of their own. -->
  <xsl:variable name="lpi:blocks" as="xs:string*" select="
    'p', 'ab', 'list', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listWit',
    'listObject', 'table', 'figure', 'lg', 'l', 'floatingText', 'text', 'group', 'front', 'body',
    'back', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'head', 'trailer',
    'opener', 'closer', 'postscript', 'titlePage', 'docTitle', 'docImprint', 'epigraph',
    'argument', 'imprimatur', 'sp', 'speaker', 'msDesc', 'person', 'place', 'org', 'event',
    'item', 'row', 'cell'"/>

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
       the signature and the address in lines of an opener or closer have one beside bare words, too,
       and elsewhere in the text an address in lines that no bare words stand beside. -->
  <xsl:function name="lp:stands-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="lp:is-between-blocks($element)
      or exists($element[self::dateline or self::signed or self::address[addrLine[2] or .//lb]]
        [parent::opener or parent::closer])
      or exists($element/self::address[addrLine[2] or .//lb][not(ancestor::teiHeader)]
        [not(../text()[normalize-space()])])"/>
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

  <!-- Does a list get numbers of ours? They are given only where it asks for them and brings no
       labels. -->
  <xsl:function name="lp:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="tokenize(lower-case(string-join(($list/@type, $list/@rend), ' ')))
        = ('ordered', 'numbered')
      and empty($list/label) and empty($list/item/label)"/>
  </xsl:function>

  <!-- Is the line of an address followed by another, in an address that stays within running text? There
       a stroke parts them. -->
  <xsl:function name="lp:is-parted-line" as="xs:boolean">
    <xsl:param name="line" as="element(addrLine)"/>
    <xsl:sequence select="exists($line/following-sibling::addrLine)
      and exists($line/parent::address[not(lp:is-block(.))])"/>
  </xsl:function>

  <!-- A closer stands to the right, unless it holds whole sentences. -->
  <xsl:function name="lp:is-long" as="xs:boolean">
    <xsl:param name="closer" as="element(closer)"/>
    <xsl:sequence select="string-length(lp:plain($closer)) gt 300"/>
  </xsl:function>

  <!-- What a figure shows: its pictures, and what stands in their place. -->
  <xsl:function name="lp:figure-content" as="element()*">
    <xsl:param name="figure" as="element(figure)"/>
    <xsl:sequence select="$figure/(graphic | media | binaryObject | formula | table | figure | lg
      | floatingText | notatedMusic | pb | lb)"/>
  </xsl:function>

  <!-- What stands beneath it: the head, then descriptions and captions in the order of the source. -->
  <xsl:function name="lp:figure-caption" as="node()*">
    <xsl:param name="figure" as="element(figure)"/>
    <xsl:variable name="head" as="element(head)*" select="$figure/head"/>
    <xsl:sequence select="$head,
      $figure/node()[not(. intersect ($head, lp:figure-content($figure)))]"/>
  </xsl:function>

  <!-- Does a description stand for a picture that the source does not have? -->
  <xsl:function name="lp:is-in-place-of-picture" as="xs:boolean">
    <xsl:param name="description" as="element(figDesc)"/>
    <xsl:sequence select="exists($description/parent::figure[empty(lp:figure-content(.)
      [not(self::pb or self::lb or self::binaryObject)])])"/>
  </xsl:function>
</xsl:stylesheet>
