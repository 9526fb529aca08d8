<?xml version="1.0" encoding="UTF-8"?>
<!-- What heads a letter, for pages and print alike. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The heading of a letter in plain words: who wrote to whom, else its title, else its id. -->
  <xsl:function name="lp:letter-heading" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="string(
      ($letter/@heading, $letter/@title, $letter/@id)[normalize-space()][1])"/>
  </xsl:function>

  <!-- The head of the text, when the letter has no other heading than this: a volume of documents
       heads each with its title. It is shown once, as the heading, with its notes. -->
  <xsl:function name="lp:own-heading" as="element(head)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="first" as="element(head)?" select="($tei/text//head)[1]"/>
    <xsl:variable name="letter" as="element(lp:letter)?"
      select="$tei/teiHeader/xenoData/lp:letter"/>
    <xsl:sequence select="$first[$letter][not(lp:has-blocks(.))]
      [parent::body or parent::div or parent::text]
      [not(preceding::*[ancestor::text[. is $tei/text]][normalize-space()])]
      [replace(lp:plain(.), '\s', '') = replace(lp:letter-heading($letter), '\s', '')]"/>
  </xsl:function>
</xsl:stylesheet>
