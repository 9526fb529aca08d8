<?xml version="1.0" encoding="UTF-8"?>
<!-- What @rend, @rendition and their kin ask for, whatever an editor calls it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What @rend and its kin ask for, in our own small vocabulary: rend="i", rend="italics" and
       rendition="#it" all give "italic"; what we do not know gives nothing. -->
  <xsl:variable name="lpi:renditions" as="map(xs:string, xs:string)" static="yes" select="map {
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
</xsl:stylesheet>
